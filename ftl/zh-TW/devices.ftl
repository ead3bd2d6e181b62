### Machine-translated from English; corrections by native speakers are welcome.

devices-title = 裝置與活動
devices-tab = 裝置
devices-name = 裝置
devices-app = 應用程式
devices-user = 使用者
devices-last-seen = 上次連線
devices-last-sync = 上次同步
devices-first-seen = 首次連線
devices-never-synced = 尚未同步
devices-failed = 上次同步失敗
devices-synced = { $ago }：接收 { NUMBER($received-count) } 項，傳送 { NUMBER($sent-count) } 項，耗時 { $duration }
devices-uploaded = { $ago }：將整個集合傳送到這裡（{ $size }，耗時 { $duration }）
devices-downloaded = { $ago }：接收了整個集合（{ $size }，耗時 { $duration }）
devices-in-anki = { $sync }；{ $time } 起已在 Anki 中
devices-not-in-anki = { $sync }；{ $what }
devices-hint = 按兩下裝置即可重新命名。
devices-rename = 重新命名
devices-remove = 移除此裝置...
devices-remove-question = 要移除 { $device } 嗎？在該裝置上重新登入之前，它將無法再與這台電腦同步。裝置上的卡片會保留，其他裝置不受影響，它已同步的內容也會保留在這裡。
devices-remove-now = 移除此裝置
devices-counting-storage = 正在計算資料所佔用的磁碟空間...
devices-storage = 磁碟用量 { $total }：集合 { $collection }、媒體 { $media }、備份和已刪除的媒體 { $backups }
devices-no-storage = 無法讀取存放資料的資料夾（{ $reason }）。
devices-open-folder = 開啟資料夾
