### LAN Sync in Italian. Machine-translated; corrections are welcome.

accounts-title = Account su questo computer
accounts-explained = Ogni account ha la propria collezione. Un profilo ne riceve uno quando vi si attiva LAN Sync; aggiungine altri per altre persone o per computer che qui si sincronizzano soltanto. Le modifiche agli account valgono subito.
accounts-add = Aggiungi…
accounts-change = Cambia password…
accounts-remove = Rimuovi…
accounts-add-title = Aggiungi un account
accounts-change-title = Cambia la password di { $name }
accounts-name = Nome utente
accounts-name-explained = Fino a 64 lettere e cifre; è ciò che si digita sul telefono.
accounts-password = Password
accounts-password-explained = Questa è stata creata per te; puoi digitarne un’altra. Viene mostrata qui una sola volta: annotala o digitala ora sul telefono.
accounts-change-explained = I telefoni che hanno effettuato l’accesso come { $name } continuano a sincronizzarsi. La nuova password servirà al prossimo accesso di un telefono.
accounts-name-taken = Esiste già un account con questo nome. Scegli un altro nome.
accounts-bad-name = Un nome utente ha da 1 a 64 lettere e cifre; all’interno sono ammessi anche spazi e - _ . @ +
accounts-bad-character = “{ $character }” non è ammesso in quel punto. { accounts-bad-name }
accounts-bad-invisible = Il nome contiene un carattere invisibile ({ $code }). { accounts-bad-name }
accounts-name-reserved = Windows riserva il nome { $name } a un dispositivo. Scegline un altro.
accounts-bad-password = Una password ha da 8 a 256 caratteri, e non solo spazi.
accounts-gone = Questo account non esiste più.
accounts-data-there = Un precedente account { $name } ha lasciato la sua collezione in { $path }. Il nuovo account si sincronizzerà con quella. Salva di nuovo se è ciò che vuoi, oppure scegli un altro nome.
accounts-in-use = Il profilo { $profile } si sincronizza con l’account { $name }. Prima disattiva la sincronizzazione in quel profilo; poi l’account potrà essere rimosso.
accounts-remove-with-data = I telefoni che usano l’account { $name } non potranno più sincronizzarsi con questo computer. La sua collezione, i file multimediali e i backup restano in { $path }; elimina quella cartella a mano se non serve a nessuno.
accounts-remove-without-data = I telefoni che usano l’account { $name } non potranno più sincronizzarsi con questo computer. L’account non ha dati qui.
accounts-remove-ok = Rimuovi l’account
