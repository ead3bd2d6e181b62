### LAN Sync in Russian. Machine-translated; corrections are welcome.

status-on = LAN Sync: телефоны могут синхронизироваться с этим компьютером.
status-syncing = LAN Sync: «{ $device }» синхронизируется.
status-problem = Работа LAN Sync приостановлена. { $reason }
