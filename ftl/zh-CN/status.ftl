### Machine-translated from English; corrections by native speakers are welcome.

status-on = LAN Sync：手机可以与此电脑同步。
status-syncing = LAN Sync：{ $device } 正在同步。
status-waiting = LAN Sync：手机带来的数据{ $what }。
status-question = 在手机与 Anki 重新保持一致之前，LAN Sync 有一个问题。点击此处回答。
status-replaced = { $device } 替换了 { $user } 的副本：之前 { NUMBER($before) } 张卡片，现在 { NUMBER($now) } 张。点击以选择。
status-apart = Anki 与供手机使用的副本未能合并；双方都保持原样。{ $reason }
status-media-missing = 此账户的媒体文件夹不存在或无法读取，因此手机无法同步声音和图片。请检查该文件夹及其磁盘是否存在。
status-address-changed = LAN Sync：此电脑的地址已从 { $former } 变为 { $address }。请在手机上输入新地址。
status-problem = 手机无法与此电脑同步。{ $reason }
status-no-backup = 手机可以同步，但无法备份它们的副本（{ $reason }）。请检查磁盘是否已满。
