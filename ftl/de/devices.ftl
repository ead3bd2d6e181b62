### LAN Sync in German. Machine-translated; corrections are welcome.

devices-title = Geräte und Aktivität
devices-tab = Geräte
devices-name = Gerät
devices-app = App
devices-user = Benutzer
devices-last-seen = Zuletzt gesehen
devices-last-sync = Letzte Synchronisierung
devices-added = Hinzugefügt
devices-seen-at = { $ago }, { $address }
devices-refused-from = Abgelehnte Anmeldungen: { NUMBER($count) } von { $address }, { $ago }
devices-slowed = { $refused }; muss jetzt warten
devices-never-synced = Noch nie
devices-asked = Noch nicht: Falls das Gerät fragt, welche Seite bleiben soll, antworten Sie dort
devices-failed = Letzter Versuch fehlgeschlagen
devices-synced = { $ago }: { $what }
devices-reviews =
    { $count ->
        [one] { $count } Wiederholung
       *[other] { $count } Wiederholungen
    }
devices-changes =
    { $count ->
        [one] { $count } Änderung
       *[other] { $count } Änderungen
    }
devices-uploaded = { $ago }: ganze Sammlung hierher gesendet ({ $size }, in { $duration })
devices-downloaded = { $ago }: ganze Sammlung von hier übernommen ({ $size }, in { $duration })
devices-in-anki = { $sync }, in Anki seit { $time }
devices-not-in-anki = { $sync }, { $what }
devices-hint = Doppelklicken Sie auf ein Gerät, um ihm einen anderen Namen zu geben.
devices-forgive = Alle wieder versuchen lassen
devices-rename = Umbenennen
devices-remove = Dieses Gerät entfernen …
devices-remove-question = { $device } entfernen? Dieses Gerät kann dann nicht mehr mit diesem Computer synchronisieren, bis sich dort wieder jemand anmeldet. Seine Karten behält es, andere Geräte merken davon nichts, und alles bereits Synchronisierte bleibt hier erhalten.
devices-remove-password = Auch ein neues Passwort für { $user } erzeugen, denn wer das Gerät hat, kennt das bisherige
devices-remove-now = Dieses Gerät entfernen
devices-new-password = Das neue Passwort für { $user } ist { $password }. Angemeldete Geräte synchronisieren weiter; auch das Fenster „{ pairing-title }“ zeigt es.
devices-counting-storage = Der Speicherplatz der Daten wird berechnet …
devices-storage = { $total } auf dem Laufwerk: Sammlungen { $collection }, Medien { $media }, Sicherungskopien und gelöschte Medien { $backups }
devices-no-storage = Der Ordner mit den Daten lässt sich nicht lesen ({ $reason }).
devices-open-folder = Ordner öffnen
