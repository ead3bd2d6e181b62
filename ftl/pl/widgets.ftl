### LAN Sync in Polish. Machine-translated; corrections are welcome.

widgets-copy = Kopiuj
widgets-copied = Skopiowano
widgets-moment = Chwileczkę…
