### LAN Sync in Spanish. Machine-translated; corrections are welcome.

widgets-copy = Copiar
widgets-copied = Copiado
widgets-moment = Un momento…
