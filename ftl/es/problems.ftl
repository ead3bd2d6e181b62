### LAN Sync in Spanish. Machine-translated; corrections are welcome.

problems-port-taken-use-next = Otro programa de este equipo ya usa el puerto { $port }, así que tus teléfonos no pueden sincronizarse con Anki. El puerto { $next_free } está libre. Si lo usas, escribe la nueva dirección en tus teléfonos.
problems-port-taken = Otro programa de este equipo ya usa el puerto { $port }, así que tus teléfonos no pueden sincronizarse con Anki. Cierra ese programa o elige otro puerto en Herramientas > LAN Sync > Ajustes.
problems-cannot-listen = Anki no puede esperar a los teléfonos en { $address }, puerto { $port } ({ $reason }). Comprueba «{ settings-port }» en Herramientas > LAN Sync > Ajustes y «listen» en los ajustes como texto: debe ser una dirección de este equipo o estar vacío.
problems-certificate = LAN Sync no puede ofrecer https: { $path } ({ $reason }). Comprueba «{ settings-certificate }» en Herramientas > LAN Sync > Ajustes.
problems-data-folder = LAN Sync no puede usar { $path } ({ $reason }). Comprueba que el disco no esté lleno y que tengas permiso para escribir ahí, y vuelve a intentarlo.
problems-data-folder-in-use = Otro Anki u otro servidor de LAN Sync ({ $holder }) ya usa { $path }, así que tus teléfonos no pueden sincronizarse con este Anki. Cierra el otro y vuelve a intentarlo.
problems-host-too-old = Los teléfonos no pueden sincronizarse con este equipo porque este Anki es demasiado antiguo: hace falta Anki { $version } o posterior. Instala un Anki más reciente o elige otro servidor en Herramientas > LAN Sync > Ajustes.
problems-server-failed = El servidor para tus teléfonos no se ha iniciado ({ $reason }). Vuelve a intentarlo; si el problema continúa, reinicia Anki.
problems-sync-running = Hay una sincronización en curso. Espera a que termine y vuelve a intentarlo.
problems-store-busy = Un teléfono se está sincronizando con este equipo. Espera a que termine y vuelve a intentarlo.
problems-collection-closed = El perfil se cerró antes de que Anki y la copia de tus teléfonos se pudieran reunir. Ábrelo y vuelve a intentarlo.
problems-store-full = El disco de { $path } está lleno. Libera espacio y vuelve a intentarlo.
problems-store-in-use = Otro programa está usando la copia de tus teléfonos ({ $path }). Cierra ese programa y vuelve a intentarlo.
problems-store-damaged = La copia de tus teléfonos en este equipo está dañada ({ $reason }). Cierra Anki y mueve el archivo { $path } a otro lugar; Anki creará una copia nueva a partir de este perfil. Las copias anteriores están en { $backups }.
problems-store-too-new = { $path } procede de una versión más reciente de LAN Sync. Actualiza LAN Sync y vuelve a intentarlo.
problems-collection-unreadable = Tus teléfonos no podrían leer la colección de Anki ({ $reason }). Elige Herramientas > Comprobar base de datos y vuelve a intentarlo.
problems-collection-unusable = No se puede leer o escribir la colección de Anki ({ $reason }). Comprueba que su disco no esté lleno y vuelve a intentarlo.
problems-preferences-open = Cierra primero las preferencias de Anki y vuelve a intentarlo.
problems-bad-address = «{ $address }» no es la dirección de un servidor. Una dirección tiene este aspecto: http://192.168.1.5:27701/
problems-ankiweb-address = Esta es la dirección de AnkiWeb, que no hace falta escribir. Para sincronizar con AnkiWeb, elígelo arriba.
problems-bad-setting = El ajuste «{ $key }» no puede ser { $value }, así que se usa en su lugar el valor original de LAN Sync. Cámbialo aquí y guarda.
problems-no-fitting-wheel = LAN Sync no incluye { $package } para el Python con el que funciona este Anki, así que el servidor no puede iniciarse. Usa en su lugar el Anki de su propia página de descargas.
problems-32-bit = Este Anki es de 32 bits y el servidor de LAN Sync necesita uno de 64 bits. Instala el Anki de 64 bits desde su página de descargas.
problems-damaged-wheel = Falta el archivo { $path } de LAN Sync o está dañado. Vuelve a instalar LAN Sync.
problems-other = Algo ha fallado en LAN Sync: { $reason }
