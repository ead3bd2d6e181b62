### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.
trash-title = Mídia excluída
trash-explained = Os sons e imagens que os dispositivos excluíram ou substituíram ficam aqui por 30 dias, até 1 GiB. O que você recuperar vai para todos os dispositivos na próxima sincronização deles.
trash-file = Arquivo
trash-since = Excluído ou substituído
trash-put-back = Recuperar
trash-done = Arquivos recuperados: { NUMBER($count) }.
trash-empty = Nenhuma mídia foi excluída ou substituída.
