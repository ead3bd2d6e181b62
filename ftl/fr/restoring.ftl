### LAN Sync in French. Machine-translated; corrections are welcome.
restoring-question = Voulez-vous revenir à cette sauvegarde ? L’état actuel est sauvegardé avant ; vous pourrez donc annuler.
restoring-backup = Sauvegarde du { $date }
restoring-anki = La collection dans Anki devient la même. À sa prochaine synchronisation, le serveur d’Anki reçoit les changements ; s’il demande quel côté garder, choisissez d’envoyer.
restoring-devices = À la prochaine synchronisation, chaque appareil de { $user } demande quel côté garder : choisissez « Télécharger depuis Ankiweb » (dans AnkiDroid, « AnkiWeb »).
restoring-restore = Rétablir
restoring-done = La sauvegarde est rétablie.
