### LAN Sync in French. Machine-translated; corrections are welcome.
replaced-question = { $device } a remplacé la copie de { $user } sur cet ordinateur par sa propre collection. L’ancienne a été sauvegardée. Laquelle voulez-vous ici ?
replaced-before = Copie précédente
replaced-now = Copie actuelle
replaced-keep = Garder l’actuelle
replaced-bring-back = Rétablir la précédente
replaced-done = La copie précédente est rétablie. À la prochaine synchronisation, chaque appareil de { $user } demande quel côté garder : choisissez « Télécharger depuis Ankiweb » (dans AnkiDroid, « AnkiWeb »).
replaced-undo = Annuler ce changement
