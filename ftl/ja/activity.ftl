### Machine-translated from English; corrections by native speakers are welcome.

activity-tab = 履歴
activity-when = 日時
activity-device = 端末
activity-what = 内容
activity-signed-in = { $user } としてログインしました
activity-refused = ユーザー名またはパスワードが正しくありません（「{ $user }」）
activity-synced = 同期しました: 受信 { NUMBER($received-count) } 件、送信 { NUMBER($sent-count) } 件、所要時間 { $duration }
activity-uploaded = コレクション全体をここへ送りました（{ $size }、{ $duration }）
activity-downloaded = コレクション全体を受け取りました（{ $size }、{ $duration }）
activity-media = メディア: 受信 { NUMBER($received-count) } 件（{ $received-size }）、送信 { NUMBER($sent-count) } 件（{ $sent-size }）
activity-reviews-in-anki = { $count } 件の復習が Anki に入りました
activity-changes-in-anki = { $count } 件の変更が Anki に入りました
activity-collection-in-anki = コレクションが Anki に入りました
activity-failed = 失敗しました: { $reason }
activity-repeated = { $what }（{ $count } 回）
activity-log-hint = 技術的なログは、不具合の報告に使います。パスワードやカードの内容は含まれません。
activity-copy-log = 技術的なログをコピー
