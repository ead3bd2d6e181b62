### LAN Sync in Polish. Machine-translated; corrections are welcome.

devices-title = Urządzenia i aktywność
devices-tab = Urządzenia
devices-name = Urządzenie
devices-app = Aplikacja
devices-user = Użytkownik
devices-last-seen = Ostatnio widziane
devices-last-sync = Ostatnia synchronizacja
devices-first-seen = Pierwszy raz widziane
devices-never-synced = Jeszcze nie
devices-failed = Ostatnia próba nie powiodła się
devices-synced = { $ago }: odebrano { NUMBER($received-count) }, wysłano { NUMBER($sent-count) }, w { $duration }
devices-uploaded = { $ago }: całą kolekcję wysłano tutaj ({ $size }, w { $duration })
devices-downloaded = { $ago }: pobrano stąd całą kolekcję ({ $size }, w { $duration })
devices-in-anki = { $sync }; w Anki od { $time }
devices-not-in-anki = { $sync }; { $what }
devices-hint = Kliknij urządzenie dwukrotnie, aby nadać mu inną nazwę.
devices-rename = Zmień nazwę
devices-remove = Usuń to urządzenie…
devices-remove-question = Usunąć urządzenie { $device }? Nie będzie mogło synchronizować się z tym komputerem, dopóki ktoś nie zaloguje się na nim ponownie. Karty na nim pozostaną, inne urządzenia niczego nie zauważą, a wszystko, co już zsynchronizowano, zostanie tutaj.
devices-remove-now = Usuń to urządzenie
devices-counting-storage = Obliczanie miejsca zajętego przez dane…
devices-storage = { $total } na dysku: kolekcje { $collection }, pliki { $media }, kopie zapasowe i usunięte pliki { $backups }
devices-no-storage = Nie można odczytać folderu z danymi ({ $reason }).
devices-open-folder = Otwórz folder
