### Machine-translated from English; corrections by native speakers are welcome.

menu-title = LAN Sync
menu-toggle = 让手机与此电脑同步
menu-elsewhere = 让此账户与 { $address } 同步
menu-toggle-too-old = 让手机与此电脑同步（需要 Anki { $version } 或更高版本）
menu-connect = 连接手机…
menu-devices = 设备与活动…
menu-settings = 设置…
menu-try-again = 再次尝试启动
