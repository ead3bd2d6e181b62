### LAN Sync in French. Machine-translated; corrections are welcome.

widgets-copy = Copier
widgets-copied = Copié
widgets-moment = Un instant…
