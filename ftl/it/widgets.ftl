### LAN Sync in Italian. Machine-translated; corrections are welcome.

widgets-copy = Copia
widgets-copied = Copiato
widgets-moment = Un momento…
