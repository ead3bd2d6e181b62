### LAN Sync in Spanish. Machine-translated; corrections are welcome.

status-on = LAN Sync: tus teléfonos pueden sincronizarse con este equipo.
status-syncing = LAN Sync: { $device } se está sincronizando.
status-problem = LAN Sync está en pausa. { $reason }
