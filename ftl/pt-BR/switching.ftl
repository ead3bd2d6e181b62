### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

switching-preparing = Preparando a sincronização com seus celulares…
switching-copying = Copiando sua coleção para seus celulares…
switching-closing = Um dispositivo ainda está sincronizando com este computador. O Anki espera por ele, por alguns segundos no máximo.
switching-off-done = Os celulares não sincronizam mais com este computador. A sincronização deste perfil não mudou.
switching-back-done = O Anki sincroniza como antes e talvez pergunte uma vez qual versão manter.
switching-left = A conta ou o servidor de sincronização deste perfil foi mudado nas preferências do Anki ou por outro complemento, por isso o perfil sincroniza como foi definido ali. Seus celulares sincronizam com este computador como antes.
switching-config-later = As novas configurações foram salvas. Elas valerão na próxima vez que você abrir este perfil, porque há uma sincronização em andamento ou as preferências estão abertas.
switching-use-port = Usar a porta { $port }
switching-cancel = Cancelar
switching-cards = Cartões
switching-notes = Notas
switching-reviews = Revisões
switching-number = { NUMBER($count) }
switching-side-anki = Este perfil no Anki
switching-side-phones = A cópia dos seus celulares neste computador
switching-elsewhere = A partir de agora, este perfil sincroniza com { $server }. Na primeira sincronização, provavelmente uma versão precisará substituir a outra; o Anki perguntará então qual manter.
switching-elsewhere-after = Nessa pergunta, o Anki diz “AnkiWeb” e se refere a esse servidor. Se você escolher baixar, o Anki faz antes uma cópia de segurança deste perfil. Se você enviar, o que está no servidor é substituído. Seu acesso atual é guardado e restaurado quando você voltar. Seus celulares sincronizam com este computador como antes.
switching-elsewhere-ok = Sincronizar lá
switching-back = Este perfil volta a { $server } e ao acesso de { $user }, como estavam. Na próxima sincronização, provavelmente uma versão precisará substituir a outra; o Anki perguntará então qual manter.
switching-back-after = Para manter o que você vê agora no Anki, escolha enviar. Seus celulares sincronizam com este computador como antes.
switching-back-ok = Voltar
switching-delete-data = As cópias de todos os perfis para seus celulares (cartões, mídia e cópias de segurança) estão em { $path }. Quer mantê-las? Em qualquer caso, sua própria coleção no Anki não é alterada.
switching-delete-keep = Manter
switching-delete-trash = Mover para a lixeira
switching-delete-failed = Não foi possível mover os dados dos celulares para a lixeira ({ $reason }). Eles continuam lá; você pode excluir a pasta manualmente.
