### LAN Sync in German. Machine-translated; corrections are welcome.
repairs-nothing = Die Kopie Ihrer Handys ist in Ordnung.
repairs-done = Das war nicht in Ordnung und ist repariert:
repairs-cards-without-note = Entfernte Karten ohne Notiz: { NUMBER($count) }
repairs-notes-without-cards = Entfernte Notizen ohne Karten: { NUMBER($count) }
repairs-graves = Entfernte falsche Löschvermerke: { NUMBER($count) }
repairs-media-added = Mediendateien, die in der Liste fehlten und nun darin stehen: { NUMBER($count) } ({ $names })
repairs-media-lost = Fehlende Mediendateien, die das nächste Gerät erneut sendet: { NUMBER($count) } ({ $names })
repairs-media-damaged = Beschädigte Mediendateien, die das nächste Gerät erneut sendet: { NUMBER($count) } ({ $names })
repairs-miscounted = Die Zahl der Mediendateien wurde berichtigt.
repairs-backed-up = Die Kopie wurde vorher gesichert.
