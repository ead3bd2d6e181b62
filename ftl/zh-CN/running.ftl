### Machine-translated from English; corrections by native speakers are welcome.

running-uploading = { $device } 正在将整个集合发送到这里：已传输 { $size }。
running-downloading = { $device } 正在获取整个集合：已传输 { $size }。
running-media = { $device } 正在同步媒体：来自该设备的文件 { NUMBER($received-count) } 个（{ $received-size }），来自此电脑 { NUMBER($sent-count) } 个（{ $sent-size }）。
running-comparing = { $device } 正在同步：来自该设备的更改 { NUMBER($received-count) } 项，来自此电脑 { NUMBER($sent-count) } 项。
