### LAN Sync in Italian. Machine-translated; corrections are welcome.

page-title = LAN Sync
page-heading = Connetti questo dispositivo
page-intro = Anki sul computer è pronto. Copia quanto segue, dall’alto in basso, in Anki su questo dispositivo.
page-copy = Copia
page-copied = Copiato
page-password = Questa pagina mostra nome utente e password solo se la apri con il codice che Anki mostra sul computer, in Strumenti > LAN Sync > Connetti un telefono.
page-expired = Questo codice è già stato usato o ha più di dieci minuti. Mostrane uno nuovo nella finestra “Connetti un telefono” sul computer e inquadralo.
page-ankidroid = Android (AnkiDroid)
page-ankimobile = iPhone, iPad (AnkiMobile)
page-computer = Un altro computer (Anki)
page-ankidroid-server = In AnkiDroid 2.16 o successivo, apri Impostazioni > Sincronizzazione > Server di sincronizzazione personalizzato e tocca l’URL di sincronizzazione. Incolla l’indirizzo e conferma.
page-ankidroid-login = Torna indietro di una pagina, tocca “Account AnkiWeb” e accedi con il nome utente e la password del computer. Se lì hai già effettuato l’accesso ad AnkiWeb, prima disconnettiti.
page-ankidroid-sync = Tocca il pulsante di sincronizzazione. Se AnkiDroid chiede quale collezione mantenere, “AnkiWeb” indica quella sul computer.
page-ankimobile-server = Nelle impostazioni di AnkiMobile cerca quelle di sincronizzazione e, al loro interno, il server di sincronizzazione personalizzato. Incolla l’indirizzo.
page-ankimobile-login = Tocca il pulsante di sincronizzazione e accedi con il nome utente e la password del computer. Se hai già effettuato l’accesso ad AnkiWeb, prima disconnettiti.
page-ankimobile-network = Se l’iPhone chiede se Anki può cercare dispositivi nella tua rete locale, consentilo. Puoi cambiare la scelta in seguito nelle impostazioni dell’iPhone, alla voce Anki.
page-computer-server = In Anki apri Strumenti > Preferenze > Sincronizzazione e incolla l’indirizzo in “Server di sincronizzazione self-hosted”.
page-computer-login = Se lì è già connesso un account, disconnettilo; poi accedi con il nome utente e la password del primo computer.
page-computer-sync = Chiudi le preferenze e fai clic su “Sincronizza”.
page-note = Funziona finché Anki è aperto sul computer e i due dispositivi sono nella stessa rete, per esempio lo stesso Wi-Fi.
