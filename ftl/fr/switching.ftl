### LAN Sync in French. Machine-translated; corrections are welcome.

switching-preparing = Préparation de la synchronisation avec vos téléphones…
switching-copying = Copie de votre collection pour vos téléphones…
switching-closing = Un appareil se synchronise encore avec cet ordinateur. Anki l’attend, quelques secondes au plus.
switching-off-done = Les téléphones ne se synchronisent plus avec cet ordinateur. La synchronisation de ce profil n’a pas changé.
switching-back-done = Anki se synchronise comme avant et demandera peut-être une fois quelle version garder.
switching-left = Le compte ou le serveur de synchronisation de ce profil a été changé dans les préférences d’Anki ou par une autre extension ; le profil se synchronise donc selon ce réglage. Vos téléphones se synchronisent avec cet ordinateur comme avant.
switching-config-later = Les nouveaux paramètres sont enregistrés. Ils s’appliqueront à la prochaine ouverture de ce profil, car une synchronisation est en cours ou les préférences sont ouvertes.
switching-use-port = Utiliser le port { $port }
switching-cancel = Annuler
switching-cards = Cartes
switching-notes = Notes
switching-reviews = Révisions
switching-number = { NUMBER($count) }
switching-side-anki = Ce profil dans Anki
switching-side-phones = La copie de vos téléphones sur cet ordinateur
switching-elsewhere = Désormais, ce profil se synchronise avec { $server }. À la première synchronisation, une version devra probablement remplacer l’autre ; Anki demandera alors laquelle garder.
switching-elsewhere-after = Dans cette question, Anki dit « AnkiWeb » pour désigner ce serveur. Si vous choisissez de télécharger, Anki fait d’abord une sauvegarde de ce profil. Si vous envoyez, le contenu du serveur est remplacé. Votre connexion actuelle est conservée et sera rétablie à votre retour. Vos téléphones se synchronisent avec cet ordinateur comme avant.
switching-elsewhere-ok = Synchroniser avec ce serveur
switching-back = Ce profil revient à { $server } et à la connexion { $user }, comme auparavant. À la prochaine synchronisation, une version devra probablement remplacer l’autre ; Anki demandera alors laquelle garder.
switching-back-after = Pour garder ce que vous voyez maintenant dans Anki, choisissez d’envoyer. Vos téléphones se synchronisent avec cet ordinateur comme avant.
switching-back-ok = Revenir
switching-delete-data = Les copies de tous les profils pour vos téléphones (cartes, médias et sauvegardes) sont dans { $path }. Voulez-vous les garder ? Dans tous les cas, votre propre collection dans Anki n’est pas touchée.
switching-delete-keep = Les garder
switching-delete-trash = Les mettre à la corbeille
switching-delete-failed = Les données des téléphones n’ont pas pu être mises à la corbeille ({ $reason }). Elles sont toujours là ; vous pouvez supprimer le dossier à la main.
