### LAN Sync in German. Machine-translated; corrections are welcome.

activity-tab = Aktivität
activity-when = Wann
activity-device = Gerät
activity-what = Was geschehen ist
activity-signed-in = Angemeldet als { $user }
activity-refused = Falsches Passwort für { $user }: abgelehnt
activity-refused-name = Unbekannter Benutzername: abgelehnt
activity-slowed = Zu viele falsche Passwörter: muss warten
activity-refused-from = { $what } ({ $address })
activity-changes-from-here =
    { $count ->
        [one] { $count } Änderung von diesem Computer
       *[other] { $count } Änderungen von diesem Computer
    }
activity-nothing-new = Nichts Neues
activity-both-ways = { $from-device }; { $from-here }
activity-uploaded = Hat die ganze Sammlung hierher gesendet ({ $size }, in { $duration })
activity-downloaded = Hat die ganze Sammlung von hier übernommen ({ $size }, in { $duration })
activity-put-back = Die frühere Kopie von { $user } auf diesem Computer wurde zurückgeholt
activity-media-from =
    { $count ->
        [one] { $count } Mediendatei von { $device } ({ $size })
       *[other] { $count } Mediendateien von { $device } ({ $size })
    }
activity-media-from-here =
    { $count ->
        [one] { $count } Mediendatei von diesem Computer ({ $size })
       *[other] { $count } Mediendateien von diesem Computer ({ $size })
    }
activity-reviews-in-anki =
    { $count ->
        [one] { $count } Wiederholung, jetzt in Anki
       *[other] { $count } Wiederholungen, jetzt in Anki
    }
activity-changes-in-anki =
    { $count ->
        [one] { $count } Änderung, jetzt in Anki
       *[other] { $count } Änderungen, jetzt in Anki
    }
activity-collection-in-anki = Seine Sammlung ist jetzt in Anki
activity-failed = Fehlgeschlagen: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = Das technische Protokoll hilft bei Fehlerberichten. Es enthält keine Passwörter und keine Karten.
activity-copy-log = Technisches Protokoll kopieren
activity-notes-added = Notizen hinzugefügt: { NUMBER($count) }
activity-notes-changed = Notizen geändert: { NUMBER($count) }
activity-notes-deleted = Notizen gelöscht: { NUMBER($count) }
activity-cards-changed = Karten geändert: { NUMBER($count) }
activity-cards-deleted = Karten gelöscht: { NUMBER($count) }
activity-reviews-added = Wiederholungen: { NUMBER($count) }
activity-decks-added = Stapel hinzugefügt: { NUMBER($count) }
activity-decks-deleted = Stapel gelöscht: { NUMBER($count) }
activity-note-types-changed = Notiztypen geändert: { NUMBER($count) }
activity-named = { $what } ({ $names })
activity-backed-up-first = vorher gesichert
activity-no-backup = Keine Sicherungskopie möglich: { $reason }
activity-restore = Vorherigen Stand zurückholen …
