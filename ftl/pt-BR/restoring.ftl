### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.
restoring-question = Quer voltar a esta cópia de segurança? O que há agora é salvo antes, então isso pode ser desfeito.
restoring-backup = Cópia de segurança de { $date }
restoring-anki = A coleção no Anki fica igual. Na próxima sincronização do Anki, o servidor dele recebe as alterações; se ele perguntar qual lado manter, escolha enviar.
restoring-devices = Na próxima sincronização, cada aparelho de { $user } pergunta qual lado manter: escolha “Baixar do AnkiWeb” (no AnkiDroid, “AnkiWeb”).
restoring-restore = Restaurar
restoring-done = A cópia de segurança foi restaurada.
