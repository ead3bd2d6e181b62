### LAN Sync in Spanish. Machine-translated; corrections are welcome.

status-on = LAN Sync: tus teléfonos pueden sincronizarse con este equipo.
status-syncing = LAN Sync: { $device } se está sincronizando.
status-waiting = LAN Sync: lo que han traído tus teléfonos está { $what }.
status-question = LAN Sync tiene una pregunta antes de que tus teléfonos y Anki puedan volver a estar al día. Haz clic aquí para responderla.
status-replaced = { $device } ha reemplazado la copia de { $user }: antes { NUMBER($before) } tarjetas, ahora { NUMBER($now) }. Haz clic para elegir.
status-apart = Anki y la copia de tus teléfonos no se han podido reunir; ambos siguen como estaban. { $reason }
status-media-missing = La carpeta multimedia de este perfil falta o no se puede leer, así que tus teléfonos no pueden sincronizar sonidos ni imágenes. Comprueba que la carpeta y su disco estén ahí.
status-address-changed = LAN Sync: la dirección de este equipo era { $former } y ahora es { $address }. Escribe la nueva en tus teléfonos.
status-problem = Los teléfonos no pueden sincronizarse con este equipo. { $reason }
status-no-backup = Sus teléfonos pueden sincronizarse, pero no se puede hacer una copia de seguridad ({ $reason }). Compruebe que el disco no esté lleno.
