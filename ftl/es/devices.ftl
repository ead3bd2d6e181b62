### LAN Sync in Spanish. Machine-translated; corrections are welcome.

devices-title = Dispositivos y actividad
devices-tab = Dispositivos
devices-name = Dispositivo
devices-app = Aplicación
devices-user = Usuario
devices-last-seen = Visto por última vez
devices-last-sync = Última sincronización
devices-first-seen = Visto por primera vez
devices-never-synced = Todavía no
devices-failed = El último intento falló
devices-synced = { $ago }: recibidos: { NUMBER($received-count) }, enviados: { NUMBER($sent-count) }, en { $duration }
devices-uploaded = { $ago }: envió aquí toda su colección ({ $size }, en { $duration })
devices-downloaded = { $ago }: descargó toda la colección ({ $size }, en { $duration })
devices-in-anki = { $sync }; en Anki desde las { $time }
devices-not-in-anki = { $sync }; { $what }
devices-hint = Haz doble clic en un dispositivo para darle otro nombre.
devices-rename = Renombrar
devices-remove = Quitar este dispositivo…
devices-remove-question = ¿Quitar { $device }? No podrá volver a sincronizarse con este equipo hasta que alguien inicie sesión en él de nuevo. Sus tarjetas siguen en él, los demás dispositivos no notan nada y todo lo que ha sincronizado se queda aquí.
devices-remove-now = Quitar este dispositivo
devices-counting-storage = Calculando el espacio que ocupan los datos…
devices-storage = { $total } en el disco: colecciones { $collection }, multimedia { $media }, copias de seguridad y archivos multimedia eliminados { $backups }
devices-no-storage = No se puede leer la carpeta de los datos ({ $reason }).
devices-open-folder = Abrir la carpeta
