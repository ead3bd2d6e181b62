### LAN Sync in Italian. Machine-translated; corrections are welcome.

running-uploading = { $device } sta inviando qui tutta la sua collezione: { $size } finora.
running-downloading = { $device } sta scaricando tutta la collezione: { $size } finora.
running-media = { $device } sta sincronizzando i file multimediali: file ricevuti: { NUMBER($received-count) } ({ $received-size }), inviati: { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = { $device } si sta sincronizzando: elementi ricevuti: { NUMBER($received-count) }, inviati: { NUMBER($sent-count) }.
