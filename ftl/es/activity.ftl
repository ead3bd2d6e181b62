### LAN Sync in Spanish. Machine-translated; corrections are welcome.

activity-tab = Actividad
activity-when = Cuándo
activity-device = Dispositivo
activity-what = Qué ha pasado
activity-signed-in = Inicio de sesión como { $user }
activity-refused = Nombre de usuario o contraseña incorrectos («{ $user }»)
activity-synced = Sincronización: elementos recibidos: { NUMBER($received-count) }, enviados: { NUMBER($sent-count) }, en { $duration }
activity-uploaded = Envió aquí toda su colección ({ $size }, en { $duration })
activity-downloaded = Descargó toda la colección ({ $size }, en { $duration })
activity-media = Multimedia: recibidos: { NUMBER($received-count) } ({ $received-size }), enviados: { NUMBER($sent-count) } ({ $sent-size })
activity-reviews-in-anki = Repasos que ya están en Anki: { NUMBER($count) }
activity-changes-in-anki = Cambios que ya están en Anki: { NUMBER($count) }
activity-collection-in-anki = Su colección ya está en Anki
activity-failed = Error: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = El registro técnico sirve para informar de errores. No contiene contraseñas ni tarjetas.
activity-copy-log = Copiar el registro técnico
