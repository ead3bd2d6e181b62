### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

status-on = LAN Sync: seus celulares podem sincronizar com este computador.
status-syncing = LAN Sync: { $device } está sincronizando.
status-problem = O LAN Sync está pausado. { $reason }
