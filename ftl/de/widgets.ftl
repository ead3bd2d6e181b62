### LAN Sync in German. Machine-translated; corrections are welcome.

widgets-copy = Kopieren
widgets-copied = Kopiert
widgets-moment = Einen Moment …
