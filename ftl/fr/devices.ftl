### LAN Sync in French. Machine-translated; corrections are welcome.

devices-title = Appareils et activité
devices-tab = Appareils
devices-name = Appareil
devices-app = Application
devices-user = Utilisateur
devices-last-seen = Vu pour la dernière fois
devices-last-sync = Dernière synchronisation
devices-first-seen = Vu pour la première fois
devices-never-synced = Pas encore
devices-failed = Échec du dernier essai
devices-synced = { $ago } : reçus : { NUMBER($received-count) }, envoyés : { NUMBER($sent-count) }, en { $duration }
devices-uploaded = { $ago } : envoi de toute sa collection ici ({ $size }, en { $duration })
devices-downloaded = { $ago } : téléchargement de toute la collection ({ $size }, en { $duration })
devices-in-anki = { $sync } ; dans Anki depuis { $time }
devices-not-in-anki = { $sync } ; { $what }
devices-hint = Double-cliquez sur un appareil pour lui donner un autre nom.
devices-rename = Renommer
devices-remove = Retirer cet appareil…
devices-remove-question = Retirer { $device } ? Cet appareil ne pourra plus se synchroniser avec cet ordinateur tant que personne ne s’y sera reconnecté. Ses cartes y restent, rien ne change pour les autres appareils, et tout ce qu’il a synchronisé reste ici.
devices-remove-now = Retirer cet appareil
devices-counting-storage = Calcul de l’espace occupé par les données…
devices-storage = { $total } sur le disque : collections { $collection }, médias { $media }, sauvegardes et médias supprimés { $backups }
devices-no-storage = Impossible de lire le dossier des données ({ $reason }).
devices-open-folder = Ouvrir le dossier
