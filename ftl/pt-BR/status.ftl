### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

status-on = LAN Sync: seus celulares podem sincronizar com este computador.
status-syncing = LAN Sync: { $device } está sincronizando.
status-address-changed = LAN Sync: o endereço deste computador era { $former } e agora é { $address }. Digite o novo nos seus celulares.
status-problem = O LAN Sync está pausado. { $reason }
