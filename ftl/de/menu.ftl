### LAN Sync in German. Machine-translated; corrections are welcome.

menu-title = LAN Sync
menu-toggle = Handys mit diesem Computer synchronisieren
menu-elsewhere = Dieses Benutzerprofil mit { $address } synchronisieren
menu-toggle-too-old = Handys mit diesem Computer synchronisieren (erfordert Anki { $version } oder neuer)
menu-connect = Handy verbinden …
menu-devices = Geräte und Aktivität …
menu-settings = Einstellungen …
menu-try-again = Start erneut versuchen
