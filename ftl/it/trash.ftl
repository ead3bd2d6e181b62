### LAN Sync in Italian. Machine-translated; corrections are welcome.
trash-title = File multimediali eliminati
trash-explained = I suoni e le immagini che i dispositivi hanno eliminato o sostituito restano qui per 30 giorni, fino a 1 GiB. Ciò che rimetti va a tutti i dispositivi alla loro prossima sincronizzazione.
trash-file = File
trash-since = Eliminato o sostituito
trash-put-back = Rimetti
trash-done = File rimessi: { NUMBER($count) }.
trash-empty = Nessun file multimediale è stato eliminato o sostituito.
