### LAN Sync in Polish. Machine-translated; corrections are welcome.

menu-title = LAN Sync
menu-toggle = Synchronizuj telefony z tym komputerem
menu-elsewhere = Synchronizuj ten profil z { $address }
menu-toggle-too-old = Synchronizuj telefony z tym komputerem (wymaga Anki { $version } lub nowszego)
menu-connect = Połącz telefon…
menu-devices = Urządzenia i aktywność…
menu-settings = Ustawienia…
menu-try-again = Spróbuj uruchomić ponownie
