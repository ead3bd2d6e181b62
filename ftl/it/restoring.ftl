### LAN Sync in Italian. Machine-translated; corrections are welcome.
restoring-question = Vuoi tornare a questo backup? Prima viene salvato ciò che c’è ora, quindi potrai annullare.
restoring-backup = Backup del { $date }
restoring-anki = La collezione in Anki diventa la stessa. Alla prossima sincronizzazione di Anki il suo server riceve le modifiche; se chiede quale lato tenere, scegli di caricare.
restoring-devices = Alla prossima sincronizzazione ogni dispositivo di { $user } chiede quale lato mantenere: scegli “Scarica da AnkiWeb” (in AnkiDroid “AnkiWeb”).
restoring-restore = Ripristina
restoring-done = Il backup è stato ripristinato.
