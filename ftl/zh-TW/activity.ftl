### Machine-translated from English; corrections by native speakers are welcome.

activity-tab = 活動
activity-when = 時間
activity-device = 裝置
activity-what = 內容
activity-signed-in = 以 { $user } 的身分登入
activity-refused = 使用者名稱或密碼錯誤（「{ $user }」）
activity-synced = 已同步：接收 { NUMBER($received-count) } 項，傳送 { NUMBER($sent-count) } 項，耗時 { $duration }
activity-uploaded = 將整個集合傳送到這裡（{ $size }，耗時 { $duration }）
activity-downloaded = 接收了整個集合（{ $size }，耗時 { $duration }）
activity-media = 媒體：接收 { NUMBER($received-count) } 個（{ $received-size }），傳送 { NUMBER($sent-count) } 個（{ $sent-size }）
activity-reviews-in-anki = { $count } 次複習，已進入 Anki
activity-changes-in-anki = { $count } 項變更，已進入 Anki
activity-collection-in-anki = 其集合已進入 Anki
activity-failed = 失敗：{ $reason }
activity-repeated = { $what }（{ $count } 次）
activity-log-hint = 技術記錄用於回報問題，不含密碼和卡片內容。
activity-copy-log = 複製技術記錄
