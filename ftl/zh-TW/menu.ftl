### Machine-translated from English; corrections by native speakers are welcome.

menu-title = LAN Sync
menu-toggle = 讓手機與這台電腦同步
menu-elsewhere = 讓此設定檔與 { $address } 同步
menu-toggle-too-old = 讓手機與這台電腦同步（需要 Anki { $version } 或更新版本）
menu-connect = 連接手機...
menu-devices = 裝置與活動...
menu-settings = 設定...
menu-try-again = 再次嘗試啟動
