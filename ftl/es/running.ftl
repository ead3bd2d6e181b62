### LAN Sync in Spanish. Machine-translated; corrections are welcome.

running-uploading = { $device } está enviando aquí toda su colección: { $size } hasta ahora.
running-downloading = { $device } está descargando toda la colección: { $size } hasta ahora.
running-media = { $device } está sincronizando multimedia: archivos recibidos: { NUMBER($received-count) } ({ $received-size }), enviados: { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = { $device } se está sincronizando: elementos recibidos: { NUMBER($received-count) }, enviados: { NUMBER($sent-count) }.
