### Machine-translated from English; corrections by native speakers are welcome.

status-on = LAN Sync：手机可以与此电脑同步。
status-syncing = LAN Sync：{ $device } 正在同步。
status-address-changed = LAN Sync：此电脑的地址已从 { $former } 变为 { $address }。请在手机上输入新地址。
status-problem = LAN Sync 已暂停。{ $reason }
