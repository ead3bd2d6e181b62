### LAN Sync in Italian. Machine-translated; corrections are welcome.

status-on = LAN Sync: i tuoi telefoni possono sincronizzarsi con questo computer.
status-syncing = LAN Sync: { $device } si sta sincronizzando.
status-problem = LAN Sync è in pausa. { $reason }
