### LAN Sync in French. Machine-translated; corrections are welcome.

activity-tab = Activité
activity-when = Quand
activity-device = Appareil
activity-what = Événement
activity-signed-in = Connexion en tant que { $user }
activity-refused = Nom d’utilisateur ou mot de passe incorrect (« { $user } »)
activity-synced = Synchronisation : éléments reçus : { NUMBER($received-count) }, envoyés : { NUMBER($sent-count) }, en { $duration }
activity-uploaded = Envoi de toute sa collection ici ({ $size }, en { $duration })
activity-downloaded = Téléchargement de toute la collection ({ $size }, en { $duration })
activity-media = Médias : reçus : { NUMBER($received-count) } ({ $received-size }), envoyés : { NUMBER($sent-count) } ({ $sent-size })
activity-reviews-in-anki = Révisions désormais dans Anki : { NUMBER($count) }
activity-changes-in-anki = Modifications désormais dans Anki : { NUMBER($count) }
activity-collection-in-anki = Sa collection est désormais dans Anki
activity-failed = Échec : { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = Le journal technique sert à signaler un bug. Il ne contient ni mots de passe ni cartes.
activity-copy-log = Copier le journal technique
