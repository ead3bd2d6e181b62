### LAN Sync in Polish. Machine-translated; corrections are welcome.

activity-tab = Aktywność
activity-when = Kiedy
activity-device = Urządzenie
activity-what = Co się stało
activity-signed-in = Zalogowano jako { $user }
activity-refused = Błędna nazwa użytkownika lub hasło („{ $user }”)
activity-synced = Zsynchronizowano: odebrano { NUMBER($received-count) }, wysłano { NUMBER($sent-count) }, w { $duration }
activity-uploaded = Całą kolekcję wysłano tutaj ({ $size }, w { $duration })
activity-downloaded = Pobrano stąd całą kolekcję ({ $size }, w { $duration })
activity-media = Pliki: odebrano { NUMBER($received-count) } ({ $received-size }), wysłano { NUMBER($sent-count) } ({ $sent-size })
activity-reviews-in-anki = Powtórki, które są już w Anki: { NUMBER($count) }
activity-changes-in-anki = Zmiany, które są już w Anki: { NUMBER($count) }
activity-collection-in-anki = Jego kolekcja jest już w Anki
activity-failed = Nie powiodło się: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = Dziennik techniczny przydaje się przy zgłaszaniu błędów. Nie zawiera haseł ani kart.
activity-copy-log = Kopiuj dziennik techniczny
