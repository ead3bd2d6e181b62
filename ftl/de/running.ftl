### LAN Sync in German. Machine-translated; corrections are welcome.

running-uploading = { $device } sendet die ganze Sammlung hierher: bisher { $size }.
running-downloading = { $device } übernimmt die ganze Sammlung von hier: bisher { $size }.
running-media = { $device } synchronisiert Medien: { NUMBER($received-count) } Dateien von dort ({ $received-size }), { NUMBER($sent-count) } von diesem Computer ({ $sent-size }).
running-comparing = { $device } synchronisiert: { NUMBER($received-count) } Änderungen von dort, { NUMBER($sent-count) } von diesem Computer.
