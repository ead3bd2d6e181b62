### LAN Sync in French. Machine-translated; corrections are welcome.

accounts-title = Comptes sur cet ordinateur
accounts-explained = Chaque compte a sa propre collection. Un profil en reçoit un lorsque LAN Sync y est activé ; ajoutez-en pour d’autres personnes ou pour des ordinateurs qui ne font que se synchroniser ici. Les changements de comptes s’appliquent aussitôt.
accounts-add = Ajouter…
accounts-change = Changer le mot de passe…
accounts-remove = Supprimer…
accounts-add-title = Ajouter un compte
accounts-change-title = Changer le mot de passe de { $name }
accounts-name = Nom d’utilisateur
accounts-name-explained = Jusqu’à 64 lettres et chiffres ; c’est ce que l’on saisit sur le téléphone.
accounts-password = Mot de passe
accounts-password-explained = Celui-ci a été créé pour vous ; vous pouvez en saisir un autre. Il n’est affiché ici qu’une fois : notez-le ou saisissez-le maintenant sur le téléphone.
accounts-change-explained = Les téléphones connectés en tant que { $name } continuent de se synchroniser. Le nouveau mot de passe servira à la prochaine connexion d’un téléphone.
accounts-name-taken = Un compte de ce nom existe déjà. Choisissez un autre nom.
accounts-bad-name = Un nom d’utilisateur comporte de 1 à 64 lettres et chiffres ; à l’intérieur, les espaces et - _ . @ + sont permis.
accounts-bad-character = « { $character } » n’est pas permis à cet endroit. { accounts-bad-name }
accounts-bad-invisible = Le nom contient un caractère invisible ({ $code }). { accounts-bad-name }
accounts-name-reserved = Windows réserve le nom { $name } à un périphérique. Choisissez-en un autre.
accounts-bad-password = Un mot de passe comporte de 8 à 256 caractères, qui ne sont pas tous des espaces.
accounts-gone = Ce compte n’existe plus.
accounts-data-there = Un ancien compte { $name } a laissé sa collection dans { $path }. Le nouveau compte se synchronisera avec elle. Enregistrez à nouveau si c’est ce que vous voulez, ou choisissez un autre nom.
accounts-in-use = Le profil { $profile } se synchronise avec le compte { $name }. Désactivez d’abord la synchronisation dans ce profil ; le compte pourra ensuite être supprimé.
accounts-remove-with-data = Les téléphones qui utilisent le compte { $name } ne pourront plus se synchroniser avec cet ordinateur. Sa collection, ses médias et ses sauvegardes restent dans { $path } ; supprimez ce dossier à la main si personne n’en a besoin.
accounts-remove-without-data = Les téléphones qui utilisent le compte { $name } ne pourront plus se synchroniser avec cet ordinateur. Ce compte n’a pas de données ici.
accounts-remove-ok = Supprimer le compte
