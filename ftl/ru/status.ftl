### LAN Sync in Russian. Machine-translated; corrections are welcome.

status-on = LAN Sync: телефоны могут синхронизироваться с этим компьютером.
status-syncing = LAN Sync: «{ $device }» синхронизируется.
status-address-changed = LAN Sync: адрес этого компьютера был { $former }, теперь он { $address }. Введите новый адрес на телефонах.
status-problem = Работа LAN Sync приостановлена. { $reason }
