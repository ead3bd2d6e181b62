### LAN Sync in Italian. Machine-translated; corrections are welcome.

status-on = LAN Sync: i tuoi telefoni possono sincronizzarsi con questo computer.
status-syncing = LAN Sync: { $device } si sta sincronizzando.
status-waiting = LAN Sync: ciò che i telefoni hanno portato è { $what }.
status-question = LAN Sync ha una domanda prima che i telefoni e Anki possano essere di nuovo allineati. Fai clic qui per rispondere.
status-replaced = { $device } ha sostituito la copia di { $user }: prima { NUMBER($before) } carte, ora { NUMBER($now) }. Fai clic per scegliere.
status-apart = Non è stato possibile riunire Anki e la copia dei telefoni; entrambi sono rimasti com’erano. { $reason }
status-media-missing = La cartella multimediale di questo profilo manca o non è leggibile, quindi i telefoni non possono sincronizzare suoni e immagini. Verifica che la cartella e il suo disco ci siano.
status-address-changed = LAN Sync: l’indirizzo di questo computer era { $former } e ora è { $address }. Digita quello nuovo sui telefoni.
status-problem = I telefoni non possono sincronizzarsi con questo computer. { $reason }
status-no-backup = I telefoni possono sincronizzarsi, ma non è possibile fare un backup della loro copia ({ $reason }). Controlla che il disco non sia pieno.
