### LAN Sync in French. Machine-translated; corrections are welcome.

activity-tab = Activité
activity-when = Quand
activity-device = Appareil
activity-what = Événement
activity-signed-in = Connexion en tant que { $user }
activity-refused = Mot de passe incorrect pour { $user } : refusé
activity-refused-name = Nom d’utilisateur inconnu : refusé
activity-slowed = Trop de mots de passe incorrects : doit attendre
activity-refused-from = { $what } ({ $address })
activity-changes-from-here = Modifications de cet ordinateur : { NUMBER($count) }
activity-nothing-new = Rien de nouveau
activity-both-ways = { $from-device } ; { $from-here }
activity-uploaded = Envoi de toute sa collection ici ({ $size }, en { $duration })
activity-downloaded = Téléchargement de toute la collection ({ $size }, en { $duration })
activity-put-back = La copie précédente de { $user } a été rétablie sur cet ordinateur
activity-media-from = Médias reçus de { $device } : { NUMBER($count) } ({ $size })
activity-media-from-here = Médias de cet ordinateur : { NUMBER($count) } ({ $size })
activity-reviews-in-anki = Révisions désormais dans Anki : { NUMBER($count) }
activity-changes-in-anki = Modifications désormais dans Anki : { NUMBER($count) }
activity-collection-in-anki = Sa collection est désormais dans Anki
activity-failed = Échec : { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = Le journal technique sert à signaler un bug. Il ne contient ni mots de passe ni cartes.
activity-copy-log = Copier le journal technique
