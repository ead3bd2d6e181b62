### Machine-translated from English; corrections by native speakers are welcome.

activity-tab = 活动
activity-when = 时间
activity-device = 设备
activity-what = 内容
activity-signed-in = 以 { $user } 的身份登录
activity-refused = { $user } 的密码错误：已拒绝
activity-refused-name = 未知的用户名：已拒绝
activity-slowed = 密码错误次数过多：需要等待
activity-refused-from = { $what }（{ $address }）
activity-changes-from-here = 来自此电脑的 { $count } 项更改
activity-nothing-new = 没有新内容
activity-both-ways = { $from-device }；{ $from-here }
activity-uploaded = 将整个集合发送到这里（{ $size }，用时 { $duration }）
activity-downloaded = 获取了整个集合（{ $size }，用时 { $duration }）
activity-put-back = 已在此电脑上恢复 { $user } 之前的副本
activity-media-from = 来自 { $device } 的 { $count } 个媒体文件（{ $size }）
activity-media-from-here = 来自此电脑的 { $count } 个媒体文件（{ $size }）
activity-reviews-in-anki = { $count } 次复习，已进入 Anki
activity-changes-in-anki = { $count } 项更改，已进入 Anki
activity-collection-in-anki = 其集合已进入 Anki
activity-failed = 失败：{ $reason }
activity-repeated = { $what }（{ $count } 次）
activity-log-hint = 技术日志用于报告问题，不含密码和卡片内容。
activity-copy-log = 复制技术日志
