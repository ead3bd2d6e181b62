### LAN Sync in French. Machine-translated; corrections are welcome.

running-uploading = { $device } envoie toute sa collection ici : { $size } jusqu’à présent.
running-downloading = { $device } télécharge toute la collection : { $size } jusqu’à présent.
running-media = { $device } synchronise les médias : fichiers de l’appareil : { NUMBER($received-count) } ({ $received-size }), de cet ordinateur : { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = { $device } se synchronise : modifications de l’appareil : { NUMBER($received-count) }, de cet ordinateur : { NUMBER($sent-count) }.
