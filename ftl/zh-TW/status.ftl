### Machine-translated from English; corrections by native speakers are welcome.

status-on = LAN Sync：手機可以與這台電腦同步。
status-syncing = LAN Sync：{ $device } 正在同步。
status-address-changed = LAN Sync：這台電腦的位址已從 { $former } 變為 { $address }。請在手機上輸入新位址。
status-problem = LAN Sync 已暫停。{ $reason }
