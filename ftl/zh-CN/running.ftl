### Machine-translated from English; corrections by native speakers are welcome.

running-uploading = { $device } 正在将整个集合发送到这里：已传输 { $size }。
running-downloading = { $device } 正在获取整个集合：已传输 { $size }。
running-media = { $device } 正在同步媒体：接收 { NUMBER($received-count) } 个文件（{ $received-size }），发送 { NUMBER($sent-count) } 个（{ $sent-size }）。
running-comparing = { $device } 正在同步：接收 { NUMBER($received-count) } 项，发送 { NUMBER($sent-count) } 项。
