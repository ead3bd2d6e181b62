### LAN Sync in Italian. Machine-translated; corrections are welcome.

running-uploading = { $device } sta inviando qui tutta la sua collezione: { $size } finora.
running-downloading = { $device } sta scaricando tutta la collezione: { $size } finora.
running-media = { $device } sta sincronizzando i file multimediali: file dal dispositivo: { NUMBER($received-count) } ({ $received-size }), da questo computer: { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = { $device } si sta sincronizzando: modifiche dal dispositivo: { NUMBER($received-count) }, da questo computer: { NUMBER($sent-count) }.
