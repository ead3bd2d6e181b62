### LAN Sync in Spanish. Machine-translated; corrections are welcome.

status-on = LAN Sync: tus teléfonos pueden sincronizarse con este equipo.
status-syncing = LAN Sync: { $device } se está sincronizando.
status-address-changed = LAN Sync: la dirección de este equipo era { $former } y ahora es { $address }. Escribe la nueva en tus teléfonos.
status-problem = LAN Sync está en pausa. { $reason }
