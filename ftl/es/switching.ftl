### LAN Sync in Spanish. Machine-translated; corrections are welcome.

switching-preparing = Preparando la sincronización con tus teléfonos…
switching-copying = Copiando tu colección para tus teléfonos…
switching-closing = Un dispositivo todavía se está sincronizando con este equipo. Anki lo espera, unos segundos como mucho.
switching-off-done = Los teléfonos ya no se sincronizan con este equipo. La sincronización de este perfil no ha cambiado.
switching-back-done = Anki se sincroniza como antes y quizá pregunte una vez qué versión mantener.
switching-left = La cuenta o el servidor de sincronización de este perfil se ha cambiado en las preferencias de Anki o lo ha hecho otro complemento, así que el perfil se sincroniza según ese cambio. Tus teléfonos se sincronizan con este equipo como hasta ahora.
switching-config-later = Los nuevos ajustes se han guardado. Se aplicarán la próxima vez que abras este perfil, porque hay una sincronización en curso o las preferencias están abiertas.
switching-use-port = Usar el puerto { $port }
switching-cancel = Cancelar
switching-cards = Tarjetas
switching-notes = Notas
switching-reviews = Repasos
switching-number = { NUMBER($count) }
switching-side-anki = Este perfil en Anki
switching-side-phones = La copia de tus teléfonos en este equipo
switching-elsewhere = A partir de ahora, este perfil se sincroniza con { $server }. En la primera sincronización, probablemente una versión tenga que reemplazar a la otra; Anki preguntará entonces cuál mantener.
switching-elsewhere-after = En esa pregunta, Anki dice «AnkiWeb» y se refiere a ese servidor. Si eliges descargar, Anki hace antes una copia de seguridad de este perfil. Si subes, se reemplaza lo que tiene el servidor. Tu sesión actual se guarda y se restablece cuando vuelvas. Tus teléfonos se sincronizan con este equipo como hasta ahora.
switching-elsewhere-ok = Sincronizar allí
switching-back = Este perfil vuelve a { $server } y a la sesión de { $user }, como estaban. En la próxima sincronización, probablemente una versión tenga que reemplazar a la otra; Anki preguntará entonces cuál mantener.
switching-back-after = Para mantener lo que ves ahora en Anki, elige subir. Tus teléfonos se sincronizan con este equipo como hasta ahora.
switching-back-ok = Volver
switching-delete-data = Las copias de todos los perfiles para tus teléfonos (tarjetas, multimedia y copias de seguridad) están en { $path }. ¿Quieres conservarlas? En cualquier caso, tu propia colección de Anki no se toca.
switching-delete-keep = Conservarlas
switching-delete-trash = Moverlas a la papelera
switching-delete-failed = No se han podido mover a la papelera los datos de los teléfonos ({ $reason }). Siguen ahí; puedes eliminar la carpeta a mano.
