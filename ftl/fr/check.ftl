### LAN Sync in French. Machine-translated; corrections are welcome.

check-title = Pourquoi le téléphone ne se connecte-t-il pas ?
check-intro = LAN Sync vérifie si cet ordinateur est joignable à ses adresses et ce qui pourrait l’empêcher.
check-again = Vérifier à nouveau
check-stop = Arrêter
check-stopped = Arrêté avant que tout ait été vérifié.
check-phone-side = Sur le téléphone : il doit être sur le même réseau que cet ordinateur ; un Wi-Fi invité isole souvent les appareils. Désactivez un instant le VPN et les données mobiles, puis ouvrez l’adresse dans le navigateur du téléphone : si une page s’affiche, la connexion fonctionne.
check-no-network = Cet ordinateur n’est connecté à aucun réseau. Connectez-le au même réseau que le téléphone.
check-answers = { $address } mène bien à Anki sur cet ordinateur.
check-no-answer = { $address } ne répond pas ({ $reason }).
check-other-program = Un autre programme répond à l’adresse { $address }. Choisissez un autre port dans les paramètres.
check-no-firewall = Aucun pare-feu susceptible de bloquer la connexion n’a été trouvé sur cet ordinateur.
check-firewall-on = Le pare-feu { $firewall } est activé et bloque peut-être les téléphones. Pour les laisser passer, copiez cette ligne dans un terminal en tant qu’administrateur :
check-firewall-blocks = Le pare-feu { $firewall } bloque Anki. Pour laisser passer les téléphones, autorisez-y Anki ou copiez cette ligne dans un terminal en tant qu’administrateur :
check-firewall-public = Le pare-feu { $firewall } considère ce réseau comme public et bloque peut-être les téléphones. Définissez le réseau comme privé dans les paramètres du système ou copiez cette ligne dans un terminal en tant qu’administrateur :
check-firewall-blocks-all = Le pare-feu de { $firewall } bloque toutes les connexions entrantes. Désactivez cette option dans les paramètres du système.
check-firewall-allows = Le pare-feu { $firewall } laisse les téléphones joindre Anki.
check-firewall-other = Le pare-feu { $firewall } est activé et bloque peut-être les téléphones. Autorisez Anki dans ses paramètres.
