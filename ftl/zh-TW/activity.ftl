### Machine-translated from English; corrections by native speakers are welcome.

activity-tab = 活動
activity-when = 時間
activity-device = 裝置
activity-what = 內容
activity-signed-in = 以 { $user } 的身分登入
activity-refused = { $user } 的密碼錯誤：已拒絕
activity-refused-name = 未知的使用者名稱：已拒絕
activity-slowed = 密碼錯誤次數過多：需要等待
activity-refused-from = { $what }（{ $address }）
activity-changes-from-here = 來自這台電腦的 { $count } 項變更
activity-nothing-new = 沒有新內容
activity-both-ways = { $from-device }；{ $from-here }
activity-uploaded = 將整個集合傳送到這裡（{ $size }，耗時 { $duration }）
activity-downloaded = 接收了整個集合（{ $size }，耗時 { $duration }）
activity-put-back = 已在這台電腦上恢復 { $user } 先前的副本
activity-media-from = 來自 { $device } 的 { $count } 個媒體檔案（{ $size }）
activity-media-from-here = 來自這台電腦的 { $count } 個媒體檔案（{ $size }）
activity-reviews-in-anki = { $count } 次複習，已進入 Anki
activity-changes-in-anki = { $count } 項變更，已進入 Anki
activity-collection-in-anki = 其集合已進入 Anki
activity-failed = 失敗：{ $reason }
activity-repeated = { $what }（{ $count } 次）
activity-log-hint = 技術記錄用於回報問題，不含密碼和卡片內容。
activity-copy-log = 複製技術記錄
