### Machine-translated from English; corrections by native speakers are welcome.
trash-title = 已删除的媒体
trash-explained = 设备删除或替换的声音和图片会在这里保留 30 天，最多 1 GiB。您放回的文件会在下次同步时传到所有设备。
trash-file = 文件
trash-since = 删除或替换时间
trash-put-back = 放回
trash-done = 已放回 { NUMBER($count) } 个文件。
trash-empty = 没有媒体被删除或替换。
