### LAN Sync in German. Machine-translated; corrections are welcome.
restoring-question = Möchten Sie zu dieser Sicherungskopie zurückkehren? Der jetzige Stand wird vorher gesichert; Sie können es also rückgängig machen.
restoring-backup = Sicherung vom { $date }
restoring-anki = Die Sammlung in Anki wird dieselbe. Beim nächsten Synchronisieren von Anki bekommt dessen Server die Änderungen; falls er fragt, welche Seite bleiben soll, laden Sie hoch.
restoring-devices = Beim nächsten Synchronisieren fragt jedes Gerät von { $user }, welche Seite bleiben soll: Wählen Sie „Von AnkiWeb herunterladen“ (in AnkiDroid „AnkiWeb“).
restoring-restore = Wiederherstellen
restoring-done = Die Sicherungskopie ist wiederhergestellt.
