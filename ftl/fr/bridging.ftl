### LAN Sync in French. Machine-translated; corrections are welcome.

bridging-reviews-from = Révisions reçues de { $device } : { NUMBER($count) }
bridging-changes-from = Modifications reçues de { $device } : { NUMBER($count) }
bridging-collection-from = La collection de { $device } est maintenant dans Anki
bridging-taking-over = Reprise des données de vos téléphones…
bridging-waiting-review = en attente de la fin de vos révisions
bridging-waiting-dialog = en attente de la fermeture de la fenêtre ouverte
bridging-waiting-answer = en attente de votre réponse à la question d’Anki
bridging-waiting-phone = en attente de la fin de la synchronisation du téléphone
bridging-waiting-anki = en attente qu’Anki ait terminé
bridging-pairing = La copie de vos téléphones sur cet ordinateur contient déjà des cartes, et ce profil aussi. Elles n’ont encore jamais été réunies. Avec quoi vos téléphones doivent-ils se synchroniser ?
bridging-pairing-from-anki = Refaire la copie à partir de ce profil
bridging-both-schemas = Des types de notes ou des champs ont été modifiés à la fois dans Anki et sur un téléphone ; les deux ne peuvent donc pas être fusionnés. Quel côté voulez-vous garder ?
bridging-store-replaced = Un téléphone a remplacé la copie de vos téléphones par sa propre collection. Cartes présentes dans Anki et absentes de celle-ci : { NUMBER($count) }. Que faut-il faire ?
bridging-take-over = La reprendre dans Anki
bridging-put-back = Rétablir le contenu d’Anki
bridging-collection-replaced = La collection d’Anki a été remplacée par une synchronisation à sens unique ou une sauvegarde. Modifications antérieures encore présentes dans la copie de vos téléphones : { NUMBER($count) }. Les voulez-vous dans Anki ?
bridging-keep-waiting = Garder les modifications
bridging-drop = Abandonner les modifications
bridging-keep-phones = Garder la copie des téléphones
bridging-keep-anki = Garder le contenu d’Anki
bridging-keep-both = Réunir les deux
bridging-backed-up = Le côté remplacé est d’abord sauvegardé, à la date d’aujourd’hui. Ensuite, un téléphone demandera peut-être une fois quel côté garder ; choisissez-y « Télécharger ».
bridging-media-gone = { NUMBER($count) } fichiers multimédias sur { NUMBER($total) } ont disparu du dossier multimédia de ce profil. S’ils ne doivent pas être supprimés, assurez-vous que le dossier et son disque sont présents ; d’ici là, les téléphones gardent les leurs. Les supprimer aussi sur vos téléphones ?
bridging-media-delete = Les supprimer
bridging-moved = LAN Sync ne touche plus à la synchronisation de ce profil : Anki se synchronise de nouveau avec { $server } en tant que { $user }, et vos téléphones continuent de se synchroniser avec cet ordinateur. Les deux copies ont été réunies et sauvegardées. À la prochaine synchronisation, { $server } demandera peut-être une fois quel côté garder : choisissez d’envoyer.
bridging-moved-without-login = LAN Sync ne touche plus à la synchronisation de ce profil, et vos téléphones continuent de se synchroniser avec cet ordinateur. Les deux copies ont été réunies et sauvegardées.
