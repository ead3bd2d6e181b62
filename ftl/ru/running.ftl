### LAN Sync in Russian. Machine-translated; corrections are welcome.

running-uploading = { $device }: вся коллекция отправляется сюда, уже передано { $size }.
running-downloading = { $device }: вся коллекция скачивается отсюда, уже передано { $size }.
running-media = { $device }: синхронизация медиафайлов — с устройства: { NUMBER($received-count) } ({ $received-size }), с этого компьютера: { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = { $device }: синхронизация — изменения с устройства: { NUMBER($received-count) }, с этого компьютера: { NUMBER($sent-count) }.
