### LAN Sync in Italian. Machine-translated; corrections are welcome.

status-on = LAN Sync: i tuoi telefoni possono sincronizzarsi con questo computer.
status-syncing = LAN Sync: { $device } si sta sincronizzando.
status-address-changed = LAN Sync: l’indirizzo di questo computer era { $former } e ora è { $address }. Digita quello nuovo sui telefoni.
status-problem = LAN Sync è in pausa. { $reason }
