### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.
repairs-nothing = A cópia dos seus celulares está em ordem.
repairs-done = Isto estava errado e foi reparado:
repairs-cards-without-note = Cartões sem nota removidos: { NUMBER($count) }
repairs-notes-without-cards = Notas sem cartões removidas: { NUMBER($count) }
repairs-graves = Registros de exclusão errados removidos: { NUMBER($count) }
repairs-media-added = Arquivos de mídia que faltavam na lista, agora incluídos: { NUMBER($count) } ({ $names })
repairs-media-lost = Arquivos de mídia ausentes, que o próximo dispositivo que os tiver enviará de novo: { NUMBER($count) } ({ $names })
repairs-media-damaged = Arquivos de mídia danificados, que o próximo dispositivo que os tiver enviará de novo: { NUMBER($count) } ({ $names })
repairs-miscounted = O número de arquivos de mídia foi corrigido.
repairs-backed-up = Antes foi feita uma cópia de segurança.
