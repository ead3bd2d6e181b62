### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

bridging-reviews-from = Revisões de { $device }: { NUMBER($count) }
bridging-changes-from = Alterações de { $device }: { NUMBER($count) }
bridging-collection-from = A coleção de { $device } já está no Anki
bridging-taking-over = Incorporando o que seus celulares trouxeram...
bridging-waiting-review = esperando você terminar de revisar
bridging-waiting-dialog = esperando você fechar a janela aberta
bridging-waiting-answer = esperando que você responda à pergunta do Anki
bridging-waiting-phone = esperando o celular terminar
bridging-waiting-anki = esperando o Anki terminar
bridging-pairing = A cópia dos seus celulares neste computador já tem cartões, e este perfil também. Eles nunca foram reunidos. Com o que seus celulares devem sincronizar?
bridging-pairing-from-anki = Refazer a cópia a partir deste perfil
bridging-both-schemas = Tipos de nota ou campos foram alterados tanto no Anki quanto em um celular, por isso os dois não podem ser mesclados. Qual lado você quer manter?
bridging-store-replaced = Um celular substituiu a cópia dos seus celulares pela própria coleção. Cartões que estão no Anki e faltam lá: { NUMBER($count) }. O que deve acontecer?
bridging-take-over = Trazer para o Anki
bridging-put-back = Restaurar o que está no Anki
bridging-collection-replaced = A coleção no Anki foi substituída por uma sincronização unidirecional ou por uma cópia de segurança. Alterações anteriores que ainda estão na cópia dos seus celulares: { NUMBER($count) }. Você as quer no Anki?
bridging-keep-waiting = Manter as alterações
bridging-drop = Descartar as alterações
bridging-keep-phones = Manter a cópia dos celulares
bridging-keep-anki = Manter o que está no Anki
bridging-keep-both = Unir os dois
bridging-backed-up = Antes, é feita uma cópia de segurança do lado que será substituído, com a data de hoje. Depois, um celular talvez pergunte uma vez qual lado manter; escolha “Baixar”.
bridging-media-gone = Faltam { NUMBER($count) } de { NUMBER($total) } arquivos de mídia na pasta de mídia deste perfil. Se eles não devem ser excluídos, verifique se a pasta e o disco estão disponíveis; enquanto isso, os celulares mantêm os deles. Excluí-los também nos seus celulares?
bridging-media-delete = Excluir
bridging-moved = O LAN Sync não interfere mais na sincronização deste perfil: o Anki volta a sincronizar com { $server } como { $user }, e seus celulares continuam sincronizando com este computador. As duas cópias foram unidas e guardadas em cópias de segurança. Na próxima sincronização, { $server } talvez pergunte uma vez qual lado manter: escolha enviar.
bridging-moved-without-login = O LAN Sync não interfere mais na sincronização deste perfil, e seus celulares continuam sincronizando com este computador. As duas cópias foram unidas e guardadas em cópias de segurança.
