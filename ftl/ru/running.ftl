### LAN Sync in Russian. Machine-translated; corrections are welcome.

running-uploading = { $device }: вся коллекция отправляется сюда, уже передано { $size }.
running-downloading = { $device }: вся коллекция скачивается отсюда, уже передано { $size }.
running-media = { $device }: синхронизация медиафайлов — получено { NUMBER($received-count) } ({ $received-size }), отправлено { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = { $device }: синхронизация — получено { NUMBER($received-count) }, отправлено { NUMBER($sent-count) }.
