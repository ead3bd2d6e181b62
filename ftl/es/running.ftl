### LAN Sync in Spanish. Machine-translated; corrections are welcome.

running-uploading = { $device } está enviando aquí toda su colección: { $size } hasta ahora.
running-downloading = { $device } está descargando toda la colección: { $size } hasta ahora.
running-media = { $device } está sincronizando multimedia: archivos del dispositivo: { NUMBER($received-count) } ({ $received-size }), de este equipo: { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = { $device } se está sincronizando: cambios del dispositivo: { NUMBER($received-count) }, de este equipo: { NUMBER($sent-count) }.
