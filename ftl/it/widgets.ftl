### LAN Sync in Italian. Machine-translated; corrections are welcome.

widgets-copy = Copia
widgets-copied = Copiato
widgets-moment = Un momento…
widgets-close = Chiudi
widgets-unsaved = Ciò che hai digitato qui non è ancora salvato. Chiudere la finestra senza salvarlo?
widgets-discard = Chiudi senza salvare
