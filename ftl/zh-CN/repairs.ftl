### Machine-translated from English; corrections by native speakers are welcome.
repairs-nothing = 手机的副本没有问题。
repairs-done = 发现并已修复：
repairs-cards-without-note = 已移除没有笔记的卡片：{ NUMBER($count) } 张
repairs-notes-without-cards = 已移除没有卡片的笔记：{ NUMBER($count) } 条
repairs-graves = 已移除错误的删除记录：{ NUMBER($count) } 条
repairs-media-added = 已将缺漏的媒体文件加入列表：{ NUMBER($count) } 个（{ $names }）
repairs-media-lost = 缺失的媒体文件，拥有它们的设备会重新发送：{ NUMBER($count) } 个（{ $names }）
repairs-media-damaged = 损坏的媒体文件，拥有它们的设备会重新发送：{ NUMBER($count) } 个（{ $names }）
repairs-miscounted = 已更正媒体文件的数量。
repairs-backed-up = 副本已事先备份。
