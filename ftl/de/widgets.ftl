### LAN Sync in German. Machine-translated; corrections are welcome.

widgets-copy = Kopieren
widgets-copied = Kopiert
widgets-moment = Einen Moment …
widgets-close = Schließen
widgets-unsaved = Was Sie hier eingegeben haben, ist noch nicht gespeichert. Soll das Fenster geschlossen werden, ohne es zu speichern?
widgets-discard = Ohne Speichern schließen
