### LAN Sync in Italian. Machine-translated; corrections are welcome.

problems-port-taken-use-next = Un altro programma su questo computer usa già la porta { $port }, quindi i telefoni non possono sincronizzarsi con Anki. La porta { $next_free } è libera. Se la usi, digita il nuovo indirizzo sui telefoni.
problems-port-taken = Un altro programma su questo computer usa già la porta { $port }, quindi i telefoni non possono sincronizzarsi con Anki. Chiudi quel programma o scegli un’altra porta in Strumenti > LAN Sync > Impostazioni.
problems-cannot-listen = Anki non può attendere i telefoni all’indirizzo { $address }, porta { $port } ({ $reason }). Controlla “{ settings-port }” in Strumenti > LAN Sync > Impostazioni e “listen” nelle impostazioni come testo: deve essere un indirizzo di questo computer, oppure vuoto.
problems-certificate = LAN Sync non può offrire https: { $path } ({ $reason }). Controlla “{ settings-certificate }” in Strumenti > LAN Sync > Impostazioni.
problems-data-folder = LAN Sync non può usare { $path } ({ $reason }). Controlla che il disco non sia pieno e di avere il permesso di scrittura, poi riprova.
problems-data-folder-in-use = Un altro Anki o un altro server LAN Sync ({ $holder }) usa già { $path }, quindi i telefoni non possono sincronizzarsi con questo Anki. Chiudi l’altro, poi riprova.
problems-host-too-old = I telefoni non possono sincronizzarsi con questo computer, perché questo Anki è troppo vecchio: serve Anki { $version } o successivo. Installa un Anki più recente o scegli un altro server in Strumenti > LAN Sync > Impostazioni.
problems-server-failed = Il server per i telefoni non si è avviato ({ $reason }). Riprova; se non basta, riavvia Anki.
problems-sync-running = È in corso una sincronizzazione. Attendi che finisca, poi riprova.
problems-store-busy = Un telefono si sta sincronizzando con questo computer. Attendi che finisca, poi riprova.
problems-collection-closed = Il profilo è stato chiuso prima che Anki e la copia dei telefoni potessero essere riuniti. Aprilo, poi riprova.
problems-store-full = Il disco di { $path } è pieno. Libera spazio, poi riprova.
problems-store-in-use = Un altro programma sta usando la copia dei telefoni ({ $path }). Chiudi quel programma, poi riprova.
problems-store-damaged = La copia dei telefoni su questo computer è danneggiata ({ $reason }). Chiudi Anki e sposta altrove il file { $path }; Anki creerà una nuova copia da questo profilo. Le copie precedenti sono in { $backups }.
problems-store-too-new = { $path } è stato scritto da una versione più recente di LAN Sync. Aggiorna LAN Sync, poi riprova.
problems-collection-unreadable = I telefoni non potrebbero leggere la collezione in Anki ({ $reason }). Scegli Strumenti > Controlla database, poi riprova.
problems-collection-unusable = Non è possibile leggere o scrivere la collezione di Anki ({ $reason }). Controlla che il suo disco non sia pieno, poi riprova.
problems-preferences-open = Prima chiudi le preferenze di Anki, poi riprova.
problems-bad-address = “{ $address }” non è l’indirizzo di un server. Un indirizzo ha questo aspetto: http://192.168.1.5:27701/
problems-ankiweb-address = Questo è l’indirizzo di AnkiWeb, che non serve digitare. Per sincronizzare con AnkiWeb, sceglilo qui sopra.
problems-bad-setting = L’impostazione “{ $key }” non può essere { $value }, quindi al suo posto si usa il valore originale di LAN Sync. Cambiala qui e salva.
problems-no-fitting-wheel = LAN Sync non include { $package } per il Python con cui funziona questo Anki, quindi il server non può avviarsi. Usa invece l’Anki della sua pagina di download.
problems-32-bit = Questo Anki è a 32 bit, mentre il server di LAN Sync ne richiede uno a 64 bit. Installa l’Anki a 64 bit dalla sua pagina di download.
problems-damaged-wheel = Il file { $path } di LAN Sync manca o è danneggiato. Installa di nuovo LAN Sync.
problems-other = Qualcosa è andato storto in LAN Sync: { $reason }
