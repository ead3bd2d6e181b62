### LAN Sync in Italian. Machine-translated; corrections are welcome.

activity-tab = Attività
activity-when = Quando
activity-device = Dispositivo
activity-what = Che cosa è successo
activity-signed-in = Accesso come { $user }
activity-refused = Nome utente o password errati (“{ $user }”)
activity-synced = Sincronizzazione: elementi ricevuti: { NUMBER($received-count) }, inviati: { NUMBER($sent-count) }, in { $duration }
activity-uploaded = Ha inviato qui tutta la sua collezione ({ $size }, in { $duration })
activity-downloaded = Ha scaricato tutta la collezione ({ $size }, in { $duration })
activity-media = File multimediali: ricevuti: { NUMBER($received-count) } ({ $received-size }), inviati: { NUMBER($sent-count) } ({ $sent-size })
activity-reviews-in-anki = Ripassi ora in Anki: { NUMBER($count) }
activity-changes-in-anki = Modifiche ora in Anki: { NUMBER($count) }
activity-collection-in-anki = La sua collezione ora è in Anki
activity-failed = Non riuscito: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = Il registro tecnico serve per segnalare un errore. Non contiene password né carte.
activity-copy-log = Copia il registro tecnico
