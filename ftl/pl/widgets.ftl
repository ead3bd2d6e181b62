### LAN Sync in Polish. Machine-translated; corrections are welcome.

widgets-copy = Kopiuj
widgets-copied = Skopiowano
widgets-moment = Chwileczkę…
widgets-close = Zamknij
widgets-unsaved = To, co tu wpisano, nie jest jeszcze zapisane. Zamknąć okno bez zapisywania?
widgets-discard = Zamknij bez zapisywania
