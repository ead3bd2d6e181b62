### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

running-uploading = { $device } está enviando toda a sua coleção para cá: { $size } até agora.
running-downloading = { $device } está baixando toda a coleção: { $size } até agora.
running-media = { $device } está sincronizando mídia: arquivos do dispositivo: { NUMBER($received-count) } ({ $received-size }), deste computador: { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = { $device } está sincronizando: alterações do dispositivo: { NUMBER($received-count) }, deste computador: { NUMBER($sent-count) }.
