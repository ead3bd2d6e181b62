### LAN Sync in French. Machine-translated; corrections are welcome.

menu-title = LAN Sync
menu-toggle = Synchroniser les téléphones avec cet ordinateur
menu-elsewhere = Synchroniser ce profil avec { $address }
menu-toggle-too-old = Synchroniser les téléphones avec cet ordinateur (Anki { $version } ou ultérieur requis)
menu-connect = Connecter un téléphone…
menu-devices = Appareils et activité…
menu-settings = Paramètres…
menu-try-again = Réessayer de démarrer
