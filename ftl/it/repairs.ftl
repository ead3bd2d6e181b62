### LAN Sync in Italian. Machine-translated; corrections are welcome.
repairs-nothing = La copia dei tuoi telefoni è a posto.
repairs-done = Questo non andava ed è stato riparato:
repairs-cards-without-note = Carte senza nota rimosse: { NUMBER($count) }
repairs-notes-without-cards = Note senza carte rimosse: { NUMBER($count) }
repairs-graves = Registrazioni di eliminazione errate rimosse: { NUMBER($count) }
repairs-media-added = File multimediali che mancavano nell’elenco, ora aggiunti: { NUMBER($count) } ({ $names })
repairs-media-lost = File multimediali mancanti, che il prossimo dispositivo che li ha invierà di nuovo: { NUMBER($count) } ({ $names })
repairs-media-damaged = File multimediali danneggiati, che il prossimo dispositivo che li ha invierà di nuovo: { NUMBER($count) } ({ $names })
repairs-miscounted = Il numero di file multimediali è stato corretto.
repairs-backed-up = Prima è stato fatto un backup della copia.
