### LAN Sync in Italian. Machine-translated; corrections are welcome.

switching-preparing = Preparazione della sincronizzazione con i telefoni…
switching-copying = Copia della collezione per i telefoni…
switching-closing = Un dispositivo si sta ancora sincronizzando con questo computer. Anki lo attende, al massimo per qualche secondo.
switching-off-done = I telefoni non si sincronizzano più con questo computer. La sincronizzazione di questo profilo non è cambiata.
switching-back-done = Anki si sincronizza come prima e potrebbe chiedere una volta quale versione mantenere.
switching-left = L’account o il server di sincronizzazione di questo profilo è stato cambiato nelle preferenze di Anki o da un altro componente aggiuntivo, quindi il profilo si sincronizza secondo quell’impostazione. I telefoni si sincronizzano con questo computer come prima.
switching-config-later = Le nuove impostazioni sono salvate. Varranno dalla prossima apertura di questo profilo, perché è in corso una sincronizzazione o le preferenze sono aperte.
switching-use-port = Usa la porta { $port }
switching-cancel = Annulla
switching-cards = Carte
switching-notes = Note
switching-reviews = Ripetizioni
switching-number = { NUMBER($count) }
switching-side-anki = Questo profilo in Anki
switching-side-phones = La copia dei telefoni su questo computer
switching-elsewhere = D’ora in poi questo profilo si sincronizza con { $server }. Alla prima sincronizzazione probabilmente una versione dovrà sostituire l’altra; Anki chiederà allora quale mantenere.
switching-elsewhere-after = In quella domanda Anki dice “AnkiWeb” e intende quel server. Se scegli di scaricare, Anki crea prima un backup di questo profilo. Se carichi, il contenuto del server viene sostituito. Il tuo accesso attuale viene conservato e ripristinato quando torni indietro. I telefoni si sincronizzano con questo computer come prima.
switching-elsewhere-ok = Sincronizza lì
switching-back = Questo profilo torna a { $server } e all’accesso { $user }, com’erano. Alla prossima sincronizzazione probabilmente una versione dovrà sostituire l’altra; Anki chiederà allora quale mantenere.
switching-back-after = Per mantenere ciò che vedi ora in Anki, scegli di caricare. I telefoni si sincronizzano con questo computer come prima.
switching-back-ok = Torna indietro
switching-delete-data = Le copie di tutti i profili per i telefoni (carte, file multimediali e backup) sono in { $path }. Vuoi conservarle? In ogni caso la tua collezione in Anki non viene toccata.
switching-delete-keep = Conserva
switching-delete-trash = Sposta nel cestino
switching-delete-failed = Non è stato possibile spostare nel cestino i dati dei telefoni ({ $reason }). Sono ancora lì; puoi eliminare la cartella a mano.
