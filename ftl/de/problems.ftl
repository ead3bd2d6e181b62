### LAN Sync in German. Machine-translated; corrections are welcome.

problems-port-taken-use-next = Ein anderes Programm auf diesem Computer verwendet bereits Port { $port }. Ihre Handys können deshalb nicht mit Anki synchronisieren. Port { $next_free } ist frei. Wenn Sie ihn verwenden, geben Sie die neue Adresse auf Ihren Handys ein.
problems-port-taken = Ein anderes Programm auf diesem Computer verwendet bereits Port { $port }. Ihre Handys können deshalb nicht mit Anki synchronisieren. Schließen Sie das andere Programm oder wählen Sie unter Extras > LAN Sync > Einstellungen einen anderen Port.
problems-cannot-listen = Anki kann unter { $address }, Port { $port }, nicht auf Handys warten ({ $reason }). Prüfen Sie „{ settings-port }“ unter Extras > LAN Sync > Einstellungen und „listen“ in den Einstellungen als Text: Es muss eine Adresse dieses Computers oder leer sein.
problems-certificate = LAN Sync kann https nicht anbieten: { $path } ({ $reason }). Prüfen Sie „{ settings-certificate }“ unter Extras > LAN Sync > Einstellungen.
problems-data-folder = LAN Sync kann { $path } nicht verwenden ({ $reason }). Prüfen Sie, ob das Laufwerk voll ist und ob Sie dort schreiben dürfen, und versuchen Sie es dann noch einmal.
problems-data-folder-in-use = Ein anderes Anki oder ein anderer Server von LAN Sync ({ $holder }) verwendet bereits { $path }. Ihre Handys können deshalb nicht mit diesem Anki synchronisieren. Schließen Sie das andere Programm und versuchen Sie es dann noch einmal.
problems-host-too-old = Handys können nicht mit diesem Computer synchronisieren, weil dieses Anki dafür zu alt ist: Nötig ist Anki { $version } oder neuer. Installieren Sie ein neueres Anki oder wählen Sie unter Extras > LAN Sync > Einstellungen einen anderen Server.
problems-server-failed = Der Server für Ihre Handys ist nicht gestartet ({ $reason }). Versuchen Sie es noch einmal; wenn das nicht hilft, starten Sie Anki neu.
problems-sync-running = Anki synchronisiert gerade. Warten Sie, bis die Synchronisierung abgeschlossen ist, und versuchen Sie es dann noch einmal.
problems-store-busy = Ein Handy synchronisiert gerade mit diesem Computer. Warten Sie, bis es fertig ist, und versuchen Sie es dann noch einmal.
problems-collection-closed = Das Benutzerprofil wurde geschlossen, bevor Anki und die Kopie für Ihre Handys zusammengeführt werden konnten. Öffnen Sie es und versuchen Sie es dann noch einmal.
problems-store-full = Das Laufwerk mit { $path } ist voll. Schaffen Sie Platz und versuchen Sie es dann noch einmal.
problems-store-in-use = Ein anderes Programm verwendet die Kopie für Ihre Handys ({ $path }). Schließen Sie dieses Programm und versuchen Sie es dann noch einmal.
problems-store-damaged = Die Kopie für Ihre Handys auf diesem Computer ist beschädigt ({ $reason }). Schließen Sie Anki und verschieben Sie die Datei { $path } an einen anderen Ort; Anki legt dann aus diesem Benutzerprofil eine neue Kopie an. Ältere Kopien liegen in { $backups }.
problems-store-too-new = { $path } stammt von einer neueren Version von LAN Sync. Aktualisieren Sie LAN Sync und versuchen Sie es dann noch einmal.
problems-collection-unreadable = Ihre Handys könnten die Sammlung in Anki nicht lesen ({ $reason }). Wählen Sie Extras > Datenbank überprüfen und versuchen Sie es dann noch einmal.
problems-collection-unusable = Die Sammlung von Anki lässt sich nicht lesen oder schreiben ({ $reason }). Prüfen Sie, ob ihr Laufwerk voll ist, und versuchen Sie es dann noch einmal.
problems-preferences-open = Bitte schließen Sie zuerst die Einstellungen von Anki und versuchen Sie es dann noch einmal.
problems-bad-address = „{ $address }“ ist keine Adresse eines Servers. Eine Adresse sieht so aus: http://192.168.1.5:27701/
problems-ankiweb-address = Das ist die Adresse von AnkiWeb, die nicht eingegeben werden muss. Um mit AnkiWeb zu synchronisieren, wählen Sie es oben aus.
problems-bad-setting = Die Einstellung „{ $key }“ kann nicht { $value } sein; stattdessen gilt, was LAN Sync mitgebracht hat. Ändern Sie sie hier und speichern Sie.
problems-no-fitting-wheel = LAN Sync enthält kein { $package } für das Python, mit dem dieses Anki läuft. Der Server kann deshalb nicht starten. Verwenden Sie stattdessen das Anki von der Download-Seite von Anki.
problems-32-bit = Dies ist ein 32-Bit-Anki, und der Server von LAN Sync braucht ein 64-Bit-Anki. Installieren Sie das 64-Bit-Anki von der Download-Seite von Anki.
problems-damaged-wheel = Die Datei { $path } von LAN Sync fehlt oder ist beschädigt. Installieren Sie LAN Sync neu.
problems-other = In LAN Sync ist etwas schiefgegangen: { $reason }
