### LAN Sync in French. Machine-translated; corrections are welcome.
trash-title = Médias supprimés
trash-explained = Les sons et les images que des appareils ont supprimés ou remplacés sont gardés ici 30 jours, jusqu’à 1 Gio. Ce que vous remettez va sur tous les appareils à leur prochaine synchronisation.
trash-file = Fichier
trash-since = Supprimé ou remplacé
trash-put-back = Remettre
trash-done = Fichiers remis : { NUMBER($count) }.
trash-empty = Aucun média n’a été supprimé ni remplacé.
