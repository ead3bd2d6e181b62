### LAN Sync in Italian. Machine-translated; corrections are welcome.

check-title = Perché il telefono non si connette?
check-intro = LAN Sync verifica se questo computer è raggiungibile ai suoi indirizzi e che cosa potrebbe impedirlo.
check-again = Verifica di nuovo
check-stop = Interrompi
check-stopped = Interrotto prima di aver controllato tutto.
check-phone-side = Sul telefono: deve essere nella stessa rete di questo computer; un Wi-Fi per gli ospiti spesso isola i dispositivi. Disattiva per un momento la VPN e i dati mobili e apri l’indirizzo nel browser del telefono: se compare una pagina, la connessione funziona.
check-no-network = Questo computer non è in nessuna rete. Connettilo alla rete in cui si trova il telefono.
check-answers = { $address } porta ad Anki su questo computer.
check-no-answer = { $address } non risponde ({ $reason }).
check-other-program = All’indirizzo { $address } risponde un altro programma. Scegli un’altra porta nelle impostazioni.
check-no-firewall = Su questo computer non è stato trovato nessun firewall che possa impedire la connessione.
check-firewall-on = Il firewall { $firewall } è attivo e potrebbe bloccare i telefoni. Per lasciarli passare, copia questa riga in un terminale come amministratore:
check-firewall-blocks = Il firewall { $firewall } blocca Anki. Per lasciar passare i telefoni, consenti Anki nel firewall o copia questa riga in un terminale come amministratore:
check-firewall-public = Il firewall { $firewall } considera pubblica questa rete e potrebbe bloccare i telefoni. Imposta la rete come privata nelle impostazioni di sistema o copia questa riga in un terminale come amministratore:
check-firewall-blocks-all = Il firewall di { $firewall } blocca tutte le connessioni in entrata. Disattiva questa opzione nelle impostazioni di sistema.
check-firewall-allows = Il firewall { $firewall } consente ai telefoni di raggiungere Anki.
check-firewall-other = Il firewall { $firewall } è attivo e potrebbe bloccare i telefoni. Consenti Anki nelle sue impostazioni.
