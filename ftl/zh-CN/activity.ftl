### Machine-translated from English; corrections by native speakers are welcome.

activity-tab = 活动
activity-when = 时间
activity-device = 设备
activity-what = 内容
activity-signed-in = 以 { $user } 的身份登录
activity-refused = 用户名或密码错误（“{ $user }”）
activity-synced = 已同步：接收 { NUMBER($received-count) } 项，发送 { NUMBER($sent-count) } 项，用时 { $duration }
activity-uploaded = 将整个集合发送到这里（{ $size }，用时 { $duration }）
activity-downloaded = 获取了整个集合（{ $size }，用时 { $duration }）
activity-media = 媒体：接收 { NUMBER($received-count) } 个（{ $received-size }），发送 { NUMBER($sent-count) } 个（{ $sent-size }）
activity-reviews-in-anki = { $count } 次复习，已进入 Anki
activity-changes-in-anki = { $count } 项更改，已进入 Anki
activity-collection-in-anki = 其集合已进入 Anki
activity-failed = 失败：{ $reason }
activity-repeated = { $what }（{ $count } 次）
activity-log-hint = 技术日志用于报告问题，不含密码和卡片内容。
activity-copy-log = 复制技术日志
