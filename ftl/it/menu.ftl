### LAN Sync in Italian. Machine-translated; corrections are welcome.

menu-title = LAN Sync
menu-toggle = Sincronizza i telefoni con questo computer
menu-elsewhere = Sincronizza questo profilo con { $address }
menu-toggle-too-old = Sincronizza i telefoni con questo computer (richiede Anki { $version } o successivo)
menu-connect = Connetti un telefono…
menu-devices = Dispositivi e attività…
menu-settings = Impostazioni…
menu-try-again = Prova ad avviare di nuovo
