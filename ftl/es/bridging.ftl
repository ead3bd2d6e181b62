### LAN Sync in Spanish. Machine-translated; corrections are welcome.

bridging-reviews-from = Repasos de { $device }: { NUMBER($count) }
bridging-changes-from = Cambios de { $device }: { NUMBER($count) }
bridging-collection-from = La colección de { $device } ya está en Anki
bridging-taking-over = Incorporando lo que han traído tus teléfonos...
bridging-waiting-review = a la espera de que termines de repasar
bridging-waiting-dialog = a la espera de que cierres la ventana abierta
bridging-waiting-answer = esperando a que respondas a la pregunta de Anki
bridging-waiting-phone = a la espera de que el teléfono termine
bridging-waiting-anki = a la espera de que Anki termine
bridging-pairing = La copia de tus teléfonos en este equipo ya tiene tarjetas, y este perfil también. Nunca se han reunido. ¿Con qué deben sincronizarse tus teléfonos?
bridging-pairing-from-anki = Rehacer la copia a partir de este perfil
bridging-both-schemas = Se han cambiado tipos de nota o campos tanto en Anki como en un teléfono, así que no se pueden combinar. ¿Qué lado quieres mantener?
bridging-store-replaced = Un teléfono ha reemplazado la copia de tus teléfonos por su propia colección. Tarjetas que están en Anki y faltan allí: { NUMBER($count) }. ¿Qué quieres hacer?
bridging-take-over = Pasarla a Anki
bridging-put-back = Restablecer lo que hay en Anki
bridging-collection-replaced = La colección de Anki se reemplazó por una sincronización en un solo sentido o una copia de seguridad. Cambios anteriores que siguen en la copia de tus teléfonos: { NUMBER($count) }. ¿Los quieres en Anki?
bridging-keep-waiting = Mantener los cambios
bridging-drop = Descartar los cambios
bridging-keep-phones = Mantener la copia de los teléfonos
bridging-keep-anki = Mantener lo que hay en Anki
bridging-keep-both = Unir ambos
bridging-backed-up = Antes se hace una copia de seguridad del lado que se reemplaza, con la fecha de hoy. Después, puede que un teléfono pregunte una vez qué lado mantener; elige allí «Descargar».
bridging-media-gone = Faltan { NUMBER($count) } de { NUMBER($total) } archivos multimedia en la carpeta multimedia de este perfil. Si no deben eliminarse, comprueba que la carpeta y su disco estén ahí; mientras tanto, los teléfonos conservan los suyos. ¿Eliminarlos también en tus teléfonos?
bridging-media-delete = Eliminarlos
bridging-moved = LAN Sync ya no interviene en la sincronización de este perfil: Anki vuelve a sincronizarse con { $server } como { $user }, y tus teléfonos siguen sincronizándose con este equipo. Ambas copias se han unido y guardado en copias de seguridad. En la próxima sincronización, puede que { $server } pregunte una vez qué lado mantener: elige subir.
bridging-moved-without-login = LAN Sync ya no interviene en la sincronización de este perfil, y tus teléfonos siguen sincronizándose con este equipo. Ambas copias se han unido y guardado en copias de seguridad.
