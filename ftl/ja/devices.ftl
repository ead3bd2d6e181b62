### Machine-translated from English; corrections by native speakers are welcome.

devices-title = 端末と履歴
devices-tab = 端末
devices-name = 端末
devices-app = アプリ
devices-user = ユーザー
devices-last-seen = 最終アクセス
devices-last-sync = 最終同期
devices-first-seen = 初回アクセス
devices-never-synced = まだありません
devices-failed = 前回は失敗しました
devices-synced = { $ago }: 受信 { NUMBER($received-count) } 件、送信 { NUMBER($sent-count) } 件、所要時間 { $duration }
devices-uploaded = { $ago }: コレクション全体をここへ送りました（{ $size }、{ $duration }）
devices-downloaded = { $ago }: コレクション全体を受け取りました（{ $size }、{ $duration }）
devices-in-anki = { $sync }、{ $time } から Anki に反映
devices-not-in-anki = { $sync }、{ $what }
devices-hint = 端末をダブルクリックすると名前を変更できます。
devices-rename = 名前を変更
devices-remove = この端末を削除...
devices-remove-question = { $device } を削除しますか？ その端末でもう一度ログインするまで、このコンピューターと同期できなくなります。端末のカードはそのまま残り、他の端末に影響はありません。これまでに同期した内容もここに残ります。
devices-remove-now = この端末を削除
devices-counting-storage = データの使用量を計算しています...
devices-storage = ディスク使用量 { $total }: コレクション { $collection }、メディア { $media }、バックアップと削除済みメディア { $backups }
devices-no-storage = データのフォルダーを読み取れません（{ $reason }）。
devices-open-folder = フォルダーを開く
