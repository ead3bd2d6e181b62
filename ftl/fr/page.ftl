### LAN Sync in French. Machine-translated; corrections are welcome.

page-title = LAN Sync
page-heading = Connecter cet appareil
page-intro = Anki est prêt sur l’ordinateur. Copiez ce qui suit, de haut en bas, dans Anki sur cet appareil.
page-copy = Copier
page-copied = Copié
page-password = Cette page n’affiche le nom d’utilisateur et le mot de passe que si vous l’ouvrez avec le code qu’Anki montre sur l’ordinateur, sous Outils > LAN Sync > Connecter un téléphone.
page-expired = Ce code a déjà servi ou date de plus de dix minutes. Affichez-en un nouveau dans la fenêtre « Connecter un téléphone » sur l’ordinateur et scannez-le.
page-ankidroid = Android (AnkiDroid)
page-ankimobile = iPhone, iPad (AnkiMobile)
page-computer = Un autre ordinateur (Anki)
page-ankidroid-server = Dans AnkiDroid 2.16 ou ultérieur, ouvrez Paramètres > Synchronisation > Serveur de synchronisation personnalisé et touchez l’URL de synchronisation. Collez l’adresse et validez.
page-ankidroid-login = Revenez d’une page en arrière, touchez « Compte AnkiWeb » et connectez-vous avec le nom d’utilisateur et le mot de passe de l’ordinateur. Si vous y êtes connecté à AnkiWeb, déconnectez-vous d’abord.
page-ankidroid-sync = Touchez le bouton de synchronisation. Si AnkiDroid demande quelle collection garder, « AnkiWeb » désigne celle de l’ordinateur.
page-ankimobile-server = Dans les réglages d’AnkiMobile, cherchez ceux de la synchronisation, puis le serveur de synchronisation personnalisé. Collez l’adresse.
page-ankimobile-login = Touchez le bouton de synchronisation et connectez-vous avec le nom d’utilisateur et le mot de passe de l’ordinateur. Si vous êtes connecté à AnkiWeb, déconnectez-vous d’abord.
page-ankimobile-network = Si l’iPhone demande si Anki peut rechercher des appareils sur votre réseau local, acceptez. Vous pourrez changer cela plus tard dans les réglages de l’iPhone, sous Anki.
page-computer-server = Dans Anki, ouvrez Outils > Préférences > Réseau et collez l’adresse dans « Serveur de synchronisation personnel ».
page-computer-login = Si vous y êtes connecté, déconnectez-vous ; puis connectez-vous avec le nom d’utilisateur et le mot de passe du premier ordinateur.
page-computer-sync = Fermez les préférences et cliquez sur « Synchronisation ».
page-note = Cela fonctionne tant qu’Anki est ouvert sur l’ordinateur et que les deux appareils sont sur le même réseau, par exemple le même Wi-Fi.
