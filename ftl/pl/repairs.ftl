### LAN Sync in Polish. Machine-translated; corrections are welcome.
repairs-nothing = Kopia Twoich telefonów jest w porządku.
repairs-done = To było nieprawidłowe i zostało naprawione:
repairs-cards-without-note = Usunięte karty bez notatki: { NUMBER($count) }
repairs-notes-without-cards = Usunięte notatki bez kart: { NUMBER($count) }
repairs-graves = Usunięte błędne zapisy o usunięciu: { NUMBER($count) }
repairs-media-added = Multimedia, których brakowało na liście, dodane: { NUMBER($count) } ({ $names })
repairs-media-lost = Brakujące multimedia, które ponownie wyśle urządzenie, które je ma: { NUMBER($count) } ({ $names })
repairs-media-damaged = Uszkodzone multimedia, które ponownie wyśle urządzenie, które je ma: { NUMBER($count) } ({ $names })
repairs-miscounted = Poprawiono liczbę plików multimedialnych.
repairs-backed-up = Kopię najpierw zabezpieczono.
