### LAN Sync in French. Machine-translated; corrections are welcome.

status-on = LAN Sync : vos téléphones peuvent se synchroniser avec cet ordinateur.
status-syncing = LAN Sync : { $device } se synchronise.
status-waiting = LAN Sync : ce que vos téléphones ont apporté est { $what }.
status-question = LAN Sync a une question à vous poser avant que vos téléphones et Anki puissent de nouveau être au même point. Cliquez ici pour y répondre.
status-replaced = { $device } a remplacé la copie de { $user } : { NUMBER($before) } cartes avant, { NUMBER($now) } maintenant. Cliquez pour choisir.
status-apart = Anki et la copie de vos téléphones n’ont pas pu être réunis ; tous deux sont inchangés. { $reason }
status-media-missing = Le dossier multimédia de ce profil est absent ou illisible ; vos téléphones ne peuvent donc pas synchroniser les sons et les images. Assurez-vous que le dossier et son disque sont présents.
status-address-changed = LAN Sync : l’adresse de cet ordinateur était { $former } et est maintenant { $address }. Saisissez la nouvelle sur vos téléphones.
status-problem = Les téléphones ne peuvent pas se synchroniser avec cet ordinateur. { $reason }
status-no-backup = Vos téléphones peuvent se synchroniser, mais leur copie ne peut pas être sauvegardée ({ $reason }). Vérifiez que le disque n’est pas plein.
