### LAN Sync in Polish. Machine-translated; corrections are welcome.

running-uploading = { $device } wysyła tutaj całą kolekcję: dotąd { $size }.
running-downloading = { $device } pobiera stąd całą kolekcję: dotąd { $size }.
running-media = { $device } synchronizuje pliki: z urządzenia: { NUMBER($received-count) } ({ $received-size }), z tego komputera: { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = { $device } synchronizuje się: zmiany z urządzenia: { NUMBER($received-count) }, z tego komputera: { NUMBER($sent-count) }.
