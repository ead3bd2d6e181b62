### Machine-translated from English; corrections by native speakers are welcome.

devices-title = 设备与活动
devices-tab = 设备
devices-name = 设备
devices-app = 应用
devices-user = 用户
devices-last-seen = 上次连接
devices-last-sync = 上次同步
devices-first-seen = 首次连接
devices-never-synced = 尚未同步
devices-failed = 上次同步失败
devices-synced = { $ago }：接收 { NUMBER($received-count) } 项，发送 { NUMBER($sent-count) } 项，用时 { $duration }
devices-uploaded = { $ago }：将整个集合发送到这里（{ $size }，用时 { $duration }）
devices-downloaded = { $ago }：获取了整个集合（{ $size }，用时 { $duration }）
devices-in-anki = { $sync }；{ $time } 起已在 Anki 中
devices-not-in-anki = { $sync }；{ $what }
devices-hint = 双击设备即可重命名。
devices-rename = 重命名
devices-remove = 移除此设备…
devices-remove-question = 要移除 { $device } 吗？在该设备上重新登录之前，它将无法再与此电脑同步。设备上的卡片会保留，其他设备不受影响，它已同步的内容也会保留在这里。
devices-remove-now = 移除此设备
devices-counting-storage = 正在计算数据占用的磁盘空间…
devices-storage = 磁盘占用 { $total }：集合 { $collection }，媒体 { $media }，备份和已删除的媒体 { $backups }
devices-no-storage = 无法读取数据文件夹（{ $reason }）。
devices-open-folder = 打开文件夹
