### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.
replaced-question = { $device } substituiu a cópia de { $user } neste computador pela própria coleção. Foi feita uma cópia de segurança da anterior. Qual delas você quer aqui?
replaced-before = Cópia anterior
replaced-now = Cópia atual
replaced-keep = Manter a atual
replaced-bring-back = Recuperar a anterior
replaced-done = A cópia anterior foi recuperada. Na próxima sincronização, cada aparelho de { $user } pergunta qual lado manter: escolha “Baixar do AnkiWeb” (no AnkiDroid, “AnkiWeb”).
replaced-undo = Desfazer
