### LAN Sync in Italian. Machine-translated; corrections are welcome.

devices-title = Dispositivi e attività
devices-tab = Dispositivi
devices-name = Dispositivo
devices-app = App
devices-user = Utente
devices-last-seen = Visto l’ultima volta
devices-last-sync = Ultima sincronizzazione
devices-first-seen = Visto la prima volta
devices-never-synced = Non ancora
devices-failed = L’ultimo tentativo non è riuscito
devices-synced = { $ago }: ricevuti: { NUMBER($received-count) }, inviati: { NUMBER($sent-count) }, in { $duration }
devices-uploaded = { $ago }: ha inviato qui tutta la sua collezione ({ $size }, in { $duration })
devices-downloaded = { $ago }: ha scaricato tutta la collezione ({ $size }, in { $duration })
devices-in-anki = { $sync }; in Anki dalle { $time }
devices-not-in-anki = { $sync }; { $what }
devices-hint = Fai doppio clic su un dispositivo per dargli un altro nome.
devices-rename = Rinomina
devices-remove = Rimuovi questo dispositivo…
devices-remove-question = Rimuovere { $device }? Non potrà più sincronizzarsi con questo computer finché qualcuno non vi accede di nuovo. Le sue carte restano sul dispositivo, gli altri dispositivi non notano nulla e tutto ciò che ha sincronizzato resta qui.
devices-remove-now = Rimuovi questo dispositivo
devices-counting-storage = Calcolo dello spazio occupato dai dati…
devices-storage = { $total } sul disco: collezioni { $collection }, file multimediali { $media }, backup e file multimediali eliminati { $backups }
devices-no-storage = Impossibile leggere la cartella dei dati ({ $reason }).
devices-open-folder = Apri cartella
