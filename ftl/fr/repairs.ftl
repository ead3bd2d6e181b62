### LAN Sync in French. Machine-translated; corrections are welcome.
repairs-nothing = La copie de vos téléphones est en ordre.
repairs-done = Ceci n’allait pas et a été réparé :
repairs-cards-without-note = Cartes sans note supprimées : { NUMBER($count) }
repairs-notes-without-cards = Notes sans carte supprimées : { NUMBER($count) }
repairs-graves = Marques de suppression erronées retirées : { NUMBER($count) }
repairs-media-added = Fichiers médias absents de la liste, maintenant ajoutés : { NUMBER($count) } ({ $names })
repairs-media-lost = Fichiers médias manquants, que le prochain appareil qui les a enverra de nouveau : { NUMBER($count) } ({ $names })
repairs-media-damaged = Fichiers médias endommagés, que le prochain appareil qui les a enverra de nouveau : { NUMBER($count) } ({ $names })
repairs-miscounted = Le nombre de fichiers médias a été corrigé.
repairs-backed-up = La copie a été sauvegardée avant.
