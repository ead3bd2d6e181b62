### LAN Sync in Polish. Machine-translated; corrections are welcome.

running-uploading = { $device } wysyła tutaj całą kolekcję: dotąd { $size }.
running-downloading = { $device } pobiera stąd całą kolekcję: dotąd { $size }.
running-media = { $device } synchronizuje pliki: odebrano { NUMBER($received-count) } ({ $received-size }), wysłano { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = { $device } synchronizuje się: odebrano { NUMBER($received-count) }, wysłano { NUMBER($sent-count) }.
