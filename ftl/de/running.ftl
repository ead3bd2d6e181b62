### LAN Sync in German. Machine-translated; corrections are welcome.

running-uploading = { $device } sendet die ganze Sammlung hierher: bisher { $size }.
running-downloading = { $device } übernimmt die ganze Sammlung von hier: bisher { $size }.
running-media = { $device } synchronisiert Medien: { NUMBER($received-count) } Dateien empfangen ({ $received-size }), { NUMBER($sent-count) } gesendet ({ $sent-size }).
running-comparing = { $device } synchronisiert: { NUMBER($received-count) } empfangen, { NUMBER($sent-count) } gesendet.
