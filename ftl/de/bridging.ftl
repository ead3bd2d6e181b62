### LAN Sync in German. Machine-translated; corrections are welcome.

bridging-reviews-from =
    { $count ->
        [one] { $count } Wiederholung von { $device }
       *[other] { $count } Wiederholungen von { $device }
    }
bridging-changes-from =
    { $count ->
        [one] { $count } Änderung von { $device }
       *[other] { $count } Änderungen von { $device }
    }
bridging-collection-from = Die Sammlung von { $device } ist jetzt in Anki
bridging-taking-over = Daten von Ihren Handys werden übernommen …
bridging-waiting-review = wartet, bis Sie mit dem Wiederholen fertig sind
bridging-waiting-dialog = wartet, bis Sie das offene Fenster schließen
bridging-waiting-answer = wartet, bis Sie Ankis Frage beantworten
bridging-waiting-phone = wartet, bis das Handy fertig ist
bridging-waiting-anki = wartet, bis Anki fertig ist
bridging-pairing = Die Kopie für Ihre Handys auf diesem Computer enthält schon Karten, dieses Benutzerprofil auch. Beide wurden noch nie zusammengeführt. Womit sollen Ihre Handys synchronisieren?
bridging-pairing-phones = Wenn Sie die Kopie für Ihre Handys behalten, werden Karten und Notizen, die es nur in diesem Benutzerprofil gibt, daraus gelöscht. Seine Notiztypen, Stapeloptionen, Schlagwörter und Wiederholungen bleiben und kommen auch in die Kopie für Ihre Handys.
bridging-pairing-from-anki = Kopie neu aus diesem Benutzerprofil machen
bridging-both-schemas = Notiztypen oder Felder wurden sowohl in Anki als auch auf einem Handy geändert. Welche möchten Sie behalten? Notizen, Karten und Wiederholungen beider Seiten bleiben, soweit sie dazu passen.
bridging-store-replaced = Ein Handy hat die Kopie für Ihre Handys durch seine eigene Sammlung ersetzt. Karten, die in Anki sind und dort fehlen: { NUMBER($count) }. Was soll geschehen?
bridging-take-over = In Anki übernehmen
bridging-collection-replaced = Die Sammlung in Anki wurde durch eine Einweg-Synchronisierung oder eine Sicherungskopie ersetzt. Frühere Änderungen, die noch in der Kopie für Ihre Handys sind: { NUMBER($count) }. Sollen sie in Anki übernommen werden?
bridging-keep-waiting = Änderungen behalten
bridging-drop = Änderungen verwerfen
bridging-keep-phones = Kopie der Handys behalten
bridging-keep-phone-types = Notiztypen vom Handy behalten
bridging-keep-anki-types = Notiztypen von Anki behalten
bridging-keep-both = Beide vereinen
bridging-backed-up = Von der Seite, die ersetzt wird, entsteht zuerst eine Sicherungskopie mit dem heutigen Datum. Danach fragt vielleicht ein Handy einmal, welche Seite Sie behalten möchten; wählen Sie dort „Herunterladen“.
bridging-media-missing = { NUMBER($count) } von { NUMBER($total) } Mediendateien fehlen im Medienordner dieses Benutzerprofils. Wenn sie nicht gelöscht werden sollen, sorgen Sie dafür, dass der Ordner und sein Laufwerk da sind; die Handys behalten ihre Dateien so lange. Sollen sie auch auf Ihren Handys gelöscht werden?
bridging-media-delete = Löschen
bridging-moved = LAN Sync lässt die Synchronisierung dieses Benutzerprofils jetzt in Ruhe: Anki synchronisiert wieder mit { $server } als { $user }, und Ihre Handys synchronisieren weiter mit diesem Computer. Bei der nächsten Synchronisierung fragt { $server } vielleicht einmal, welche Seite Sie behalten möchten: Wählen Sie das Hochladen.
bridging-moved-without-login = LAN Sync lässt die Synchronisierung dieses Benutzerprofils jetzt in Ruhe, und Ihre Handys synchronisieren weiter mit diesem Computer.
bridging-moved-merged = Die Sammlung in Anki und die Kopie für Ihre Handys wurden zusammengeführt und beide gesichert.
