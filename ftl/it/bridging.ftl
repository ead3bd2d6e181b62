### LAN Sync in Italian. Machine-translated; corrections are welcome.

bridging-reviews-from = Ripassi da { $device }: { NUMBER($count) }
bridging-changes-from = Modifiche da { $device }: { NUMBER($count) }
bridging-collection-from = La collezione di { $device } ora è in Anki
bridging-taking-over = Importazione di ciò che hanno portato i telefoni…
bridging-waiting-review = in attesa che tu finisca di ripassare
bridging-waiting-dialog = in attesa che tu chiuda la finestra aperta
bridging-waiting-answer = in attesa che tu risponda alla domanda di Anki
bridging-waiting-phone = in attesa che il telefono finisca
bridging-waiting-anki = in attesa che Anki finisca
bridging-pairing = La copia dei telefoni su questo computer contiene già delle carte, e anche questo profilo. Non sono mai state riunite. Con cosa devono sincronizzarsi i telefoni?
bridging-pairing-from-anki = Rifai la copia da questo profilo
bridging-both-schemas = Tipi di nota o campi sono stati modificati sia in Anki sia su un telefono, quindi non si possono unire. Quale lato vuoi mantenere?
bridging-store-replaced = Un telefono ha sostituito la copia dei telefoni con la propria collezione. Carte presenti in Anki e mancanti lì: { NUMBER($count) }. Cosa vuoi fare?
bridging-take-over = Riportala in Anki
bridging-put-back = Ripristina ciò che è in Anki
bridging-collection-replaced = La collezione in Anki è stata sostituita da una sincronizzazione a senso unico o da un backup. Modifiche precedenti ancora presenti nella copia dei telefoni: { NUMBER($count) }. Le vuoi in Anki?
bridging-keep-waiting = Mantieni le modifiche
bridging-drop = Scarta le modifiche
bridging-keep-phones = Mantieni la copia dei telefoni
bridging-keep-anki = Mantieni ciò che è in Anki
bridging-keep-both = Unisci entrambi
bridging-backed-up = Del lato che viene sostituito si crea prima un backup con la data di oggi. In seguito un telefono potrebbe chiedere una volta quale lato mantenere; scegli “Scarica”.
bridging-media-gone = Dalla cartella multimediale di questo profilo mancano { NUMBER($count) } file su { NUMBER($total) }. Se non devono essere eliminati, verifica che la cartella e il suo disco ci siano; intanto i telefoni conservano i propri. Eliminarli anche sui telefoni?
bridging-media-delete = Eliminali
bridging-moved = LAN Sync ora non tocca più la sincronizzazione di questo profilo: Anki si sincronizza di nuovo con { $server } come { $user }, e i telefoni continuano a sincronizzarsi con questo computer. Le due copie sono state unite e salvate in backup. Alla prossima sincronizzazione { $server } potrebbe chiedere una volta quale lato mantenere: scegli di caricare.
bridging-moved-without-login = LAN Sync ora non tocca più la sincronizzazione di questo profilo, e i telefoni continuano a sincronizzarsi con questo computer. Le due copie sono state unite e salvate in backup.
