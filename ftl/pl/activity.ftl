### LAN Sync in Polish. Machine-translated; corrections are welcome.

activity-tab = Aktywność
activity-when = Kiedy
activity-device = Urządzenie
activity-what = Co się stało
activity-signed-in = Zalogowano jako { $user }
activity-refused = Błędne hasło użytkownika { $user }: odrzucono
activity-refused-name = Nieznana nazwa użytkownika: odrzucono
activity-slowed = Zbyt wiele błędnych haseł: musi czekać
activity-refused-from = { $what } ({ $address })
activity-changes-from-here = Zmiany z tego komputera: { NUMBER($count) }
activity-nothing-new = Nic nowego
activity-both-ways = { $from-device }; { $from-here }
activity-uploaded = Całą kolekcję wysłano tutaj ({ $size }, w { $duration })
activity-downloaded = Pobrano stąd całą kolekcję ({ $size }, w { $duration })
activity-put-back = Przywrócono na tym komputerze poprzednią kopię użytkownika { $user }
activity-media-from = Pliki multimedialne z { $device }: { NUMBER($count) } ({ $size })
activity-media-from-here = Pliki multimedialne z tego komputera: { NUMBER($count) } ({ $size })
activity-reviews-in-anki = Powtórki, które są już w Anki: { NUMBER($count) }
activity-changes-in-anki = Zmiany, które są już w Anki: { NUMBER($count) }
activity-collection-in-anki = Jego kolekcja jest już w Anki
activity-failed = Nie powiodło się: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = Dziennik techniczny przydaje się przy zgłaszaniu błędów. Nie zawiera haseł ani kart.
activity-copy-log = Kopiuj dziennik techniczny
