### LAN Sync in Polish. Machine-translated; corrections are welcome.
trash-title = Usunięte multimedia
trash-explained = Dźwięki i obrazy, które urządzenia usunęły lub zastąpiły, są tu przechowywane przez 30 dni, do 1 GiB. To, co przywrócisz, trafi na wszystkie urządzenia przy ich następnej synchronizacji.
trash-file = Plik
trash-since = Usunięto lub zastąpiono
trash-put-back = Przywróć
trash-done = Przywrócone pliki: { NUMBER($count) }.
trash-empty = Nie usunięto ani nie zastąpiono żadnych multimediów.
