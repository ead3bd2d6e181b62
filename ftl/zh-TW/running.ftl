### Machine-translated from English; corrections by native speakers are welcome.

running-uploading = { $device } 正在將整個集合傳送到這裡：已傳輸 { $size }。
running-downloading = { $device } 正在接收整個集合：已傳輸 { $size }。
running-media = { $device } 正在同步媒體：來自該裝置的檔案 { NUMBER($received-count) } 個（{ $received-size }），來自這台電腦 { NUMBER($sent-count) } 個（{ $sent-size }）。
running-comparing = { $device } 正在同步：來自該裝置的變更 { NUMBER($received-count) } 項，來自這台電腦 { NUMBER($sent-count) } 項。
