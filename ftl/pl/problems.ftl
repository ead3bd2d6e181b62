### LAN Sync in Polish. Machine-translated; corrections are welcome.

problems-port-taken-use-next = Inny program na tym komputerze używa już portu { $port }, więc telefony nie mogą synchronizować się z Anki. Port { $next_free } jest wolny. Jeśli go użyjesz, wpisz nowy adres na telefonach.
problems-port-taken = Inny program na tym komputerze używa już portu { $port }, więc telefony nie mogą synchronizować się z Anki. Zamknij ten program albo wybierz inny port w menu Narzędzia > LAN Sync > Ustawienia.
problems-cannot-listen = Anki nie może czekać na telefony pod adresem { $address }, port { $port } ({ $reason }). Sprawdź „{ settings-port }” w menu Narzędzia > LAN Sync > Ustawienia oraz „listen” w ustawieniach jako tekst: musi to być adres tego komputera lub puste pole.
problems-certificate = LAN Sync nie może udostępnić https: { $path } ({ $reason }). Sprawdź „{ settings-certificate }” w menu Narzędzia > LAN Sync > Ustawienia.
problems-data-folder = LAN Sync nie może użyć { $path } ({ $reason }). Sprawdź, czy dysk nie jest pełny i czy masz prawo zapisu w tym miejscu, a potem spróbuj ponownie.
problems-data-folder-in-use = Inne Anki lub inny serwer LAN Sync ({ $holder }) używa już folderu { $path }, więc telefony nie mogą synchronizować się z tym Anki. Zamknij tamten program, a potem spróbuj ponownie.
problems-host-too-old = Telefony nie mogą synchronizować się z tym komputerem, ponieważ to Anki jest na to za stare: potrzebne jest Anki { $version } lub nowsze. Zainstaluj nowsze Anki albo wybierz inny serwer w menu Narzędzia > LAN Sync > Ustawienia.
problems-server-failed = Serwer dla telefonów nie uruchomił się ({ $reason }). Spróbuj ponownie; jeśli to nie pomoże, uruchom Anki jeszcze raz.
problems-sync-running = Trwa synchronizacja. Zaczekaj, aż się zakończy, a potem spróbuj ponownie.
problems-store-busy = Telefon synchronizuje się z tym komputerem. Zaczekaj, aż skończy, a potem spróbuj ponownie.
problems-collection-closed = Profil zamknięto, zanim udało się połączyć Anki i kopię dla telefonów. Otwórz go, a potem spróbuj ponownie.
problems-store-full = Dysk, na którym jest { $path }, jest pełny. Zwolnij miejsce, a potem spróbuj ponownie.
problems-store-in-use = Inny program używa kopii dla telefonów ({ $path }). Zamknij ten program, a potem spróbuj ponownie.
problems-store-damaged = Kopia dla telefonów na tym komputerze jest uszkodzona ({ $reason }). Zamknij Anki i przenieś plik { $path } w inne miejsce; Anki utworzy wtedy nową kopię z tego profilu. Starsze kopie są w { $backups }.
problems-store-too-new = { $path } pochodzi z nowszej wersji LAN Sync. Zaktualizuj LAN Sync, a potem spróbuj ponownie.
problems-collection-unreadable = Telefony nie mogłyby odczytać kolekcji w Anki ({ $reason }). Wybierz Narzędzia > Sprawdź bazę danych, a potem spróbuj ponownie.
problems-collection-unusable = Nie można odczytać lub zapisać kolekcji Anki ({ $reason }). Sprawdź, czy jej dysk nie jest pełny, a potem spróbuj ponownie.
problems-preferences-open = Najpierw zamknij ustawienia Anki, a potem spróbuj ponownie.
problems-bad-address = „{ $address }” nie jest adresem serwera. Adres wygląda tak: http://192.168.1.5:27701/
problems-ankiweb-address = To adres AnkiWeb, którego nie trzeba wpisywać. Aby synchronizować się z AnkiWeb, wybierz go powyżej.
problems-bad-setting = Ustawienie „{ $key }” nie może mieć wartości { $value }, więc zamiast niej używana jest pierwotna wartość LAN Sync. Zmień je tutaj i zapisz.
problems-no-fitting-wheel = LAN Sync nie zawiera { $package } dla Pythona, z którym działa to Anki, więc serwer nie może się uruchomić. Użyj zamiast tego Anki ze strony pobierania Anki.
problems-32-bit = To Anki jest 32-bitowe, a serwer LAN Sync wymaga 64-bitowego. Zainstaluj 64-bitowe Anki ze strony pobierania Anki.
problems-damaged-wheel = Brakuje pliku { $path } dodatku LAN Sync albo jest on uszkodzony. Zainstaluj LAN Sync ponownie.
problems-other = Coś poszło nie tak w LAN Sync: { $reason }
