### LAN Sync in Spanish. Machine-translated; corrections are welcome.

activity-tab = Actividad
activity-when = Cuándo
activity-device = Dispositivo
activity-what = Qué ha pasado
activity-signed-in = Inicio de sesión como { $user }
activity-refused = Contraseña incorrecta de { $user }: rechazado
activity-refused-name = Nombre de usuario desconocido: rechazado
activity-slowed = Demasiadas contraseñas incorrectas: tiene que esperar
activity-refused-from = { $what } ({ $address })
activity-changes-from-here = Cambios de este equipo: { NUMBER($count) }
activity-nothing-new = Nada nuevo
activity-both-ways = { $from-device }; { $from-here }
activity-uploaded = Envió aquí toda su colección ({ $size }, en { $duration })
activity-downloaded = Descargó toda la colección ({ $size }, en { $duration })
activity-put-back = Se recuperó la copia anterior de { $user } en este equipo
activity-media-from = Archivos multimedia de { $device }: { NUMBER($count) } ({ $size })
activity-media-from-here = Archivos multimedia de este equipo: { NUMBER($count) } ({ $size })
activity-reviews-in-anki = Repasos que ya están en Anki: { NUMBER($count) }
activity-changes-in-anki = Cambios que ya están en Anki: { NUMBER($count) }
activity-collection-in-anki = Su colección ya está en Anki
activity-failed = Error: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = El registro técnico sirve para informar de errores. No contiene contraseñas ni tarjetas.
activity-copy-log = Copiar el registro técnico
