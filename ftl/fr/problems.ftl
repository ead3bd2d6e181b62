### LAN Sync in French. Machine-translated; corrections are welcome.

problems-port-taken-use-next = Un autre programme de cet ordinateur utilise déjà le port { $port }. Vos téléphones ne peuvent donc pas se synchroniser avec Anki. Le port { $next_free } est libre. Si vous l’utilisez, saisissez la nouvelle adresse sur vos téléphones.
problems-port-taken = Un autre programme de cet ordinateur utilise déjà le port { $port }. Vos téléphones ne peuvent donc pas se synchroniser avec Anki. Fermez ce programme ou choisissez un autre port dans Outils > LAN Sync > Paramètres.
problems-cannot-listen = Anki ne peut pas attendre les téléphones à l’adresse { $address }, port { $port } ({ $reason }). Vérifiez « { settings-listen } » et « { settings-port } » dans Outils > LAN Sync > Paramètres ; 0.0.0.0 désigne toutes les adresses de cet ordinateur.
problems-data-folder = LAN Sync ne peut pas utiliser { $path } ({ $reason }). Vérifiez que le disque n’est pas plein et que vous avez le droit d’y écrire, puis réessayez.
problems-data-folder-in-use = Un autre Anki ou un autre serveur LAN Sync ({ $holder }) utilise déjà { $path } ; vos téléphones ne peuvent donc pas se synchroniser avec cet Anki. Fermez l’autre programme, puis réessayez.
problems-host-too-old = Les téléphones ne peuvent pas se synchroniser avec cet ordinateur, car cet Anki est trop ancien : il faut Anki { $version } ou ultérieur. Installez un Anki plus récent ou choisissez un autre serveur dans Outils > LAN Sync > Paramètres.
problems-server-failed = Le serveur pour vos téléphones n’a pas démarré ({ $reason }). Réessayez ; si cela ne suffit pas, redémarrez Anki.
problems-sync-running = Une synchronisation est en cours. Attendez qu’elle soit terminée, puis réessayez.
problems-store-busy = Un téléphone se synchronise avec cet ordinateur. Attendez qu’il ait terminé, puis réessayez.
problems-preferences-open = Veuillez d’abord fermer les préférences d’Anki, puis réessayer.
problems-bad-address = « { $address } » n’est pas l’adresse d’un serveur. Une adresse ressemble à http://192.168.1.5:27701/
problems-ankiweb-address = C’est l’adresse d’AnkiWeb, qu’il n’est pas nécessaire de saisir. Pour synchroniser avec AnkiWeb, choisissez-le ci-dessus.
problems-bad-setting = Le paramètre « { $key } » ne peut pas valoir { $value } ; la valeur d’origine de LAN Sync est donc utilisée à la place. Modifiez-le ici et enregistrez.
problems-no-fitting-wheel = LAN Sync ne fournit pas { $package } pour le Python avec lequel cet Anki fonctionne ; le serveur ne peut donc pas démarrer. Utilisez plutôt l’Anki de sa propre page de téléchargement.
problems-32-bit = Cet Anki est en 32 bits, et le serveur de LAN Sync a besoin d’un Anki en 64 bits. Installez l’Anki 64 bits depuis sa page de téléchargement.
problems-damaged-wheel = Le fichier { $path } de LAN Sync est absent ou endommagé. Réinstallez LAN Sync.
problems-other = Un problème est survenu dans LAN Sync : { $reason }
