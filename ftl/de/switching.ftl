### LAN Sync in German. Machine-translated; corrections are welcome.

switching-preparing = Synchronisierung mit Ihren Handys wird vorbereitet …
switching-copying = Ihre Sammlung wird für Ihre Handys kopiert …
switching-closing = Ein Gerät synchronisiert noch mit diesem Computer. Anki wartet darauf, höchstens ein paar Sekunden.
switching-off-done = Handys synchronisieren nicht mehr mit diesem Computer. Womit dieses Benutzerprofil synchronisiert, hat sich nicht geändert.
switching-back-done = Anki synchronisiert wieder wie vorher und fragt vielleicht einmal, welche Version Sie behalten möchten.
switching-left = Der Sync-Account oder der Server dieses Benutzerprofils wurde in den Einstellungen von Anki oder von einem anderen Add-on geändert. Das Benutzerprofil synchronisiert jetzt so, wie es dort eingestellt ist. Ihre Handys synchronisieren weiter mit diesem Computer wie bisher.
switching-config-later = Die neuen Einstellungen sind gespeichert. Sie gelten, sobald Sie dieses Benutzerprofil das nächste Mal öffnen, weil gerade eine Synchronisierung läuft oder die Einstellungen von Anki geöffnet sind.
switching-use-port = Port { $port } verwenden
switching-cancel = Abbrechen
switching-cards = Karten
switching-notes = Notizen
switching-reviews = Wiederholungen
switching-number = { NUMBER($count) }
switching-side-anki = Dieses Benutzerprofil in Anki
switching-side-phones = Kopie für Ihre Handys auf diesem Computer
switching-elsewhere = Dieses Benutzerprofil synchronisiert ab jetzt mit { $server }. Bei der ersten Synchronisierung dort muss wahrscheinlich eine Seite die andere ersetzen; Anki fragt dann, welche Sie behalten möchten.
switching-elsewhere-after = Anki sagt in dieser Frage „AnkiWeb“ und meint damit diesen Server. Wenn Sie herunterladen, erstellt Anki zuerst eine Sicherungskopie dieses Benutzerprofils. Wenn Sie hochladen, wird ersetzt, was auf dem Server ist. Ihre jetzige Anmeldung wird aufbewahrt und ist wieder da, wenn Sie zurückwechseln. Ihre Handys synchronisieren weiter mit diesem Computer wie bisher.
switching-elsewhere-ok = Dort synchronisieren
switching-back = Dieses Benutzerprofil kehrt zu { $server } und zur Anmeldung { $user } zurück, so wie es vorher war. Bei der nächsten Synchronisierung dort muss wahrscheinlich eine Seite die andere ersetzen; Anki fragt dann, welche Sie behalten möchten.
switching-back-after = Um zu behalten, was Sie jetzt in Anki sehen, entscheiden Sie sich für das Hochladen. Ihre Handys synchronisieren weiter mit diesem Computer wie bisher.
switching-back-ok = Zurückwechseln
switching-delete-data = Die Kopien für Ihre Handys aus allen Benutzerprofilen (Karten, Medien und Sicherungskopien) liegen in { $path }. Möchten Sie sie behalten? Ihre eigene Sammlung in Anki bleibt in jedem Fall unberührt.
switching-delete-keep = Behalten
switching-delete-trash = In den Papierkorb verschieben
switching-delete-failed = Die Daten der Handys konnten nicht in den Papierkorb verschoben werden ({ $reason }). Sie sind noch da; Sie können den Ordner von Hand löschen.
