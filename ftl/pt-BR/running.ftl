### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

running-uploading = { $device } está enviando toda a sua coleção para cá: { $size } até agora.
running-downloading = { $device } está baixando toda a coleção: { $size } até agora.
running-media = { $device } está sincronizando mídia: arquivos recebidos: { NUMBER($received-count) } ({ $received-size }), enviados: { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = { $device } está sincronizando: itens recebidos: { NUMBER($received-count) }, enviados: { NUMBER($sent-count) }.
