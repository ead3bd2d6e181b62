### LAN Sync in French. Machine-translated; corrections are welcome.

problems-port-taken-use-next = Un autre programme de cet ordinateur utilise déjà le port { $port }. Vos téléphones ne peuvent donc pas se synchroniser avec Anki. Le port { $next_free } est libre. Si vous l’utilisez, saisissez la nouvelle adresse sur vos téléphones.
problems-port-taken = Un autre programme de cet ordinateur utilise déjà le port { $port }. Vos téléphones ne peuvent donc pas se synchroniser avec Anki. Fermez ce programme ou choisissez un autre port dans Outils > LAN Sync > Paramètres.
problems-cannot-listen = Anki ne peut pas attendre les téléphones à l’adresse { $address }, port { $port } ({ $reason }). Vérifiez « { settings-port } » dans Outils > LAN Sync > Paramètres, et « listen » dans les paramètres sous forme de texte : ce doit être une adresse de cet ordinateur, ou rien.
problems-certificate = LAN Sync ne peut pas proposer https : { $path } ({ $reason }). Vérifiez « { settings-certificate } » dans Outils > LAN Sync > Paramètres.
problems-data-folder = LAN Sync ne peut pas utiliser { $path } ({ $reason }). Vérifiez que le disque n’est pas plein et que vous avez le droit d’y écrire, puis réessayez.
problems-data-folder-in-use = Un autre Anki ou un autre serveur LAN Sync ({ $holder }) utilise déjà { $path } ; vos téléphones ne peuvent donc pas se synchroniser avec cet Anki. Fermez l’autre programme, puis réessayez.
problems-host-too-old = Les téléphones ne peuvent pas se synchroniser avec cet ordinateur, car cet Anki est trop ancien : il faut Anki { $version } ou ultérieur. Installez un Anki plus récent ou choisissez un autre serveur dans Outils > LAN Sync > Paramètres.
problems-server-failed = Le serveur pour vos téléphones n’a pas démarré ({ $reason }). Réessayez ; si cela ne suffit pas, redémarrez Anki.
problems-sync-running = Une synchronisation est en cours. Attendez qu’elle soit terminée, puis réessayez.
problems-store-busy = Un téléphone se synchronise avec cet ordinateur. Attendez qu’il ait terminé, puis réessayez.
problems-collection-closed = Le profil a été fermé avant qu’Anki et la copie de vos téléphones aient pu être réunis. Ouvrez-le, puis réessayez.
problems-store-full = Le disque de { $path } est plein. Libérez de l’espace, puis réessayez.
problems-store-in-use = Un autre programme utilise la copie de vos téléphones ({ $path }). Fermez ce programme, puis réessayez.
problems-store-damaged = La copie de vos téléphones sur cet ordinateur est endommagée ({ $reason }). Fermez Anki et déplacez le fichier { $path } ailleurs ; Anki refera alors une copie à partir de ce profil. Les copies plus anciennes sont dans { $backups }.
problems-store-too-new = { $path } vient d’une version plus récente de LAN Sync. Mettez LAN Sync à jour, puis réessayez.
problems-collection-unreadable = Vos téléphones ne pourraient pas lire la collection d’Anki ({ $reason }). Choisissez Outils > Vérifier l’intégrité de la base de données, puis réessayez.
problems-collection-unusable = La collection d’Anki ne peut pas être lue ou modifiée ({ $reason }). Vérifiez que son disque n’est pas plein, puis réessayez.
problems-preferences-open = Veuillez d’abord fermer les préférences d’Anki, puis réessayer.
problems-bad-address = « { $address } » n’est pas l’adresse d’un serveur. Une adresse ressemble à http://192.168.1.5:27701/
problems-ankiweb-address = C’est l’adresse d’AnkiWeb, qu’il n’est pas nécessaire de saisir. Pour synchroniser avec AnkiWeb, choisissez-le ci-dessus.
problems-bad-setting = Le paramètre « { $key } » ne peut pas valoir { $value } ; la valeur d’origine de LAN Sync est donc utilisée à la place. Modifiez-le ici et enregistrez.
problems-no-fitting-wheel = LAN Sync ne fournit pas { $package } pour le Python avec lequel cet Anki fonctionne ; le serveur ne peut donc pas démarrer. Utilisez plutôt l’Anki de sa propre page de téléchargement.
problems-32-bit = Cet Anki est en 32 bits, et le serveur de LAN Sync a besoin d’un Anki en 64 bits. Installez l’Anki 64 bits depuis sa page de téléchargement.
problems-damaged-wheel = Le fichier { $path } de LAN Sync est absent ou endommagé. Réinstallez LAN Sync.
problems-other = Un problème est survenu dans LAN Sync : { $reason }
