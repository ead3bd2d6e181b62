### LAN Sync in German. Machine-translated; corrections are welcome.

activity-tab = Aktivität
activity-when = Wann
activity-device = Gerät
activity-what = Was geschehen ist
activity-signed-in = Angemeldet als { $user }
activity-refused = Falscher Benutzername oder falsches Passwort („{ $user }“)
activity-synced = Synchronisiert: { NUMBER($received-count) } empfangen, { NUMBER($sent-count) } gesendet, in { $duration }
activity-uploaded = Hat die ganze Sammlung hierher gesendet ({ $size }, in { $duration })
activity-downloaded = Hat die ganze Sammlung von hier übernommen ({ $size }, in { $duration })
activity-media = Medien: { NUMBER($received-count) } empfangen ({ $received-size }), { NUMBER($sent-count) } gesendet ({ $sent-size })
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
