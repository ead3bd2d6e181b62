### LAN Sync in French. Machine-translated; corrections are welcome.

widgets-copy = Copier
widgets-copied = Copié
widgets-moment = Un instant…
widgets-close = Fermer
widgets-unsaved = Ce que vous avez saisi ici n’est pas encore enregistré. Fermer la fenêtre sans l’enregistrer ?
widgets-discard = Fermer sans enregistrer
