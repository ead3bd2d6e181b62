### LAN Sync in Polish. Machine-translated; corrections are welcome.
restoring-question = Czy chcesz wrócić do tej kopii zapasowej? Obecny stan zostanie najpierw zapisany, więc można to cofnąć.
restoring-backup = Kopia z { $date }
restoring-anki = Kolekcja w Anki stanie się taka sama. Przy następnej synchronizacji Anki jego serwer otrzyma zmiany; jeśli zapyta, którą stronę zachować, wybierz wysłanie.
restoring-devices = Przy następnej synchronizacji każde urządzenie użytkownika { $user } zapyta, którą stronę zachować: wybierz „Pobierz z AnkiWeb” (w AnkiDroid „AnkiWeb”).
restoring-restore = Przywróć
restoring-done = Kopia zapasowa została przywrócona.
