### LAN Sync in French. Machine-translated; corrections are welcome.

status-on = LAN Sync : vos téléphones peuvent se synchroniser avec cet ordinateur.
status-syncing = LAN Sync : { $device } se synchronise.
status-problem = LAN Sync est suspendu. { $reason }
