### LAN Sync in Italian. Machine-translated; corrections are welcome.
replaced-question = { $device } ha sostituito la copia di { $user } su questo computer con la propria collezione. Di quella precedente c’è un backup. Quale vuoi qui?
replaced-before = Copia precedente
replaced-now = Copia attuale
replaced-keep = Mantieni quella attuale
replaced-bring-back = Ripristina quella precedente
replaced-done = La copia precedente è stata ripristinata. Alla prossima sincronizzazione ogni dispositivo di { $user } chiede quale lato mantenere: scegli “Scarica da AnkiWeb” (in AnkiDroid “AnkiWeb”).
replaced-undo = Annulla questa modifica
