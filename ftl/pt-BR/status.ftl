### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

status-on = LAN Sync: seus celulares podem sincronizar com este computador.
status-syncing = LAN Sync: { $device } está sincronizando.
status-waiting = LAN Sync: o que seus celulares trouxeram está { $what }.
status-question = O LAN Sync tem uma pergunta antes que seus celulares e o Anki possam voltar a ficar em dia. Clique aqui para responder.
status-replaced = { $device } substituiu a cópia de { $user }: antes { NUMBER($before) } cartões, agora { NUMBER($now) }. Clique para escolher.
status-apart = Não foi possível reunir o Anki e a cópia dos seus celulares; ambos continuam como estavam. { $reason }
status-media-missing = A pasta de mídia deste perfil está faltando ou não pode ser lida, então seus celulares não conseguem sincronizar sons e imagens. Verifique se a pasta e o disco estão disponíveis.
status-address-changed = LAN Sync: o endereço deste computador era { $former } e agora é { $address }. Digite o novo nos seus celulares.
status-problem = Os celulares não podem sincronizar com este computador. { $reason }
status-no-backup = Seus celulares podem sincronizar, mas não é possível fazer uma cópia de segurança da cópia deles ({ $reason }). Verifique se o disco não está cheio.
