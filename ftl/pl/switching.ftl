### LAN Sync in Polish. Machine-translated; corrections are welcome.

switching-preparing = Przygotowywanie synchronizacji z telefonami…
switching-copying = Kopiowanie kolekcji dla telefonów…
switching-closing = Jedno z urządzeń nadal synchronizuje się z tym komputerem. Anki czeka na nie, najwyżej kilka sekund.
switching-off-done = Telefony nie synchronizują się już z tym komputerem. Synchronizacja tego profilu się nie zmieniła.
switching-back-done = Anki synchronizuje się jak wcześniej i może raz zapytać, którą wersję zachować.
switching-left = Konto lub serwer synchronizacji tego profilu zmieniono w ustawieniach Anki albo zrobił to inny dodatek, więc profil synchronizuje się teraz według tego ustawienia. Telefony synchronizują się z tym komputerem tak jak dotąd.
switching-config-later = Nowe ustawienia zapisano. Zaczną obowiązywać przy następnym otwarciu tego profilu, ponieważ trwa synchronizacja lub ustawienia Anki są otwarte.
switching-use-port = Użyj portu { $port }
switching-cancel = Anuluj
switching-cards = Karty
switching-notes = Notatki
switching-reviews = Powtórki
switching-number = { NUMBER($count) }
switching-side-anki = Ten profil w Anki
switching-side-phones = Kopia dla telefonów na tym komputerze
switching-elsewhere = Od teraz ten profil synchronizuje się z { $server }. Przy pierwszej synchronizacji jedna wersja prawdopodobnie będzie musiała zastąpić drugą; Anki zapyta wtedy, którą zachować.
switching-elsewhere-after = W tym pytaniu „AnkiWeb” oznacza ten serwer. Jeśli wybierzesz pobieranie, Anki najpierw utworzy kopię zapasową tego profilu. Jeśli wybierzesz przesłanie, zawartość serwera zostanie zastąpiona. Twoje obecne dane logowania zostaną zachowane i wrócą, gdy wrócisz do poprzedniego serwera. Telefony synchronizują się z tym komputerem tak jak dotąd.
switching-elsewhere-ok = Synchronizuj tam
switching-back = Ten profil wraca do { $server } i konta { $user }, tak jak było. Przy następnej synchronizacji jedna wersja prawdopodobnie będzie musiała zastąpić drugą; Anki zapyta wtedy, którą zachować.
switching-back-after = Aby zachować to, co teraz widzisz w Anki, wybierz przesłanie. Telefony synchronizują się z tym komputerem tak jak dotąd.
switching-back-ok = Przełącz z powrotem
switching-delete-data = Kopie wszystkich profili dla telefonów (karty, pliki i kopie zapasowe) są w { $path }. Zachować je? Twoja własna kolekcja w Anki w obu przypadkach pozostanie nienaruszona.
switching-delete-keep = Zachowaj
switching-delete-trash = Przenieś do kosza
switching-delete-failed = Nie udało się przenieść danych telefonów do kosza ({ $reason }). Nadal tam są; możesz usunąć folder ręcznie.
