### LAN Sync in French. Machine-translated; corrections are welcome.

running-uploading = { $device } envoie toute sa collection ici : { $size } jusqu’à présent.
running-downloading = { $device } télécharge toute la collection : { $size } jusqu’à présent.
running-media = { $device } synchronise les médias : fichiers reçus : { NUMBER($received-count) } ({ $received-size }), envoyés : { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = { $device } se synchronise : éléments reçus : { NUMBER($received-count) }, envoyés : { NUMBER($sent-count) }.
