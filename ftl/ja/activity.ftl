### Machine-translated from English; corrections by native speakers are welcome.

activity-tab = 履歴
activity-when = 日時
activity-device = 端末
activity-what = 内容
activity-signed-in = { $user } としてログインしました
activity-refused = { $user } のパスワードが違います: 拒否しました
activity-refused-name = 不明なユーザー名です: 拒否しました
activity-slowed = パスワードの間違いが多すぎるため、待機中です
activity-refused-from = { $what }（{ $address }）
activity-changes-from-here = このコンピューターから { $count } 件の変更
activity-nothing-new = 新しい変更はありません
activity-both-ways = { $from-device }、{ $from-here }
activity-uploaded = コレクション全体をここへ送りました（{ $size }、{ $duration }）
activity-downloaded = コレクション全体を受け取りました（{ $size }、{ $duration }）
activity-put-back = このコンピューターで { $user } の以前のコピーに戻しました
activity-media-from = { $device } から { $count } 件のメディアファイル（{ $size }）
activity-media-from-here = このコンピューターから { $count } 件のメディアファイル（{ $size }）
activity-reviews-in-anki = { $count } 件の復習が Anki に入りました
activity-changes-in-anki = { $count } 件の変更が Anki に入りました
activity-collection-in-anki = コレクションが Anki に入りました
activity-failed = 失敗しました: { $reason }
activity-repeated = { $what }（{ $count } 回）
activity-log-hint = 技術的なログは、不具合の報告に使います。パスワードやカードの内容は含まれません。
activity-copy-log = 技術的なログをコピー
