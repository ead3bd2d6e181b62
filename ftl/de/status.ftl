### LAN Sync in German. Machine-translated; corrections are welcome.

status-on = LAN Sync: Ihre Handys können mit diesem Computer synchronisieren.
status-syncing = LAN Sync: { $device } synchronisiert gerade.
status-waiting = LAN Sync: Was Ihre Handys gebracht haben, { $what }.
status-question = LAN Sync hat eine Frage, bevor Ihre Handys und Anki wieder auf demselben Stand sein können. Klicken Sie hier, um sie zu beantworten.
status-replaced = { $device } hat die Kopie von { $user } ersetzt: vorher { NUMBER($before) } Karten, jetzt { NUMBER($now) }. Klicken Sie, um zu entscheiden.
status-apart = Anki und die Kopie für Ihre Handys konnten nicht zusammengeführt werden; beide sind unverändert. { $reason }
status-media-missing = Der Medienordner dieses Benutzerprofils fehlt oder ist nicht lesbar. Ihre Handys können deshalb keine Töne und Bilder synchronisieren. Sorgen Sie dafür, dass der Ordner und sein Laufwerk da sind.
status-address-changed = LAN Sync: Die Adresse dieses Computers war { $former } und ist jetzt { $address }. Geben Sie die neue auf Ihren Handys ein.
status-problem = Handys können nicht mit diesem Computer synchronisieren. { $reason }
status-no-backup = Ihre Handys können synchronisieren, aber ihre Kopie kann nicht gesichert werden ({ $reason }). Prüfen Sie, ob das Laufwerk voll ist.
