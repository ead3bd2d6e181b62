### LAN Sync in Polish. Machine-translated; corrections are welcome.
replaced-question = { $device }: kopia użytkownika { $user } na tym komputerze została zastąpiona kolekcją z urządzenia. Poprzednia jest w kopii zapasowej. Która ma tu być?
replaced-before = Poprzednia kopia
replaced-now = Obecna kopia
replaced-keep = Zachowaj obecną
replaced-bring-back = Przywróć poprzednią
replaced-done = Poprzednia kopia została przywrócona. Przy następnej synchronizacji każde urządzenie użytkownika { $user } zapyta, którą stronę zachować: wybierz „Pobierz z AnkiWeb” (w AnkiDroid „AnkiWeb”).
replaced-undo = Cofnij
