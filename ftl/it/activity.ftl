### LAN Sync in Italian. Machine-translated; corrections are welcome.

activity-tab = Attività
activity-when = Quando
activity-device = Dispositivo
activity-what = Che cosa è successo
activity-signed-in = Accesso come { $user }
activity-refused = Password errata per { $user }: rifiutato
activity-refused-name = Nome utente sconosciuto: rifiutato
activity-slowed = Troppe password errate: deve attendere
activity-refused-from = { $what } ({ $address })
activity-changes-from-here = Modifiche da questo computer: { NUMBER($count) }
activity-nothing-new = Nulla di nuovo
activity-both-ways = { $from-device }; { $from-here }
activity-uploaded = Ha inviato qui tutta la sua collezione ({ $size }, in { $duration })
activity-downloaded = Ha scaricato tutta la collezione ({ $size }, in { $duration })
activity-put-back = La copia precedente di { $user } è stata ripristinata su questo computer
activity-media-from = File multimediali da { $device }: { NUMBER($count) } ({ $size })
activity-media-from-here = File multimediali da questo computer: { NUMBER($count) } ({ $size })
activity-reviews-in-anki = Ripassi ora in Anki: { NUMBER($count) }
activity-changes-in-anki = Modifiche ora in Anki: { NUMBER($count) }
activity-collection-in-anki = La sua collezione ora è in Anki
activity-failed = Non riuscito: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = Il registro tecnico serve per segnalare un errore. Non contiene password né carte.
activity-copy-log = Copia il registro tecnico
