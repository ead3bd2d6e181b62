### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

widgets-copy = Copiar
widgets-copied = Copiado
widgets-moment = Um momento…
