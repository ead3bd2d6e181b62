### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

accounts-title = Contas neste computador
accounts-explained = Cada conta tem sua própria coleção. Um perfil recebe uma quando o LAN Sync é ativado nele; adicione outras para mais pessoas ou para computadores que só sincronizam aqui. As alterações nas contas valem imediatamente.
accounts-add = Adicionar…
accounts-change = Alterar senha…
accounts-remove = Remover…
accounts-add-title = Adicionar uma conta
accounts-change-title = Alterar a senha de { $name }
accounts-name = Nome de usuário
accounts-name-explained = Até 64 letras e algarismos; é o que se digita no celular.
accounts-password = Senha
accounts-password-explained = Esta foi criada para você; se preferir, digite outra. Ela aparece aqui só uma vez: anote-a ou digite-a agora no celular.
accounts-change-explained = Os celulares que entraram como { $name } continuam sincronizando. A nova senha será necessária na próxima vez que um celular entrar.
accounts-name-taken = Já existe uma conta com este nome. Escolha outro nome.
accounts-bad-name = Um nome de usuário tem de 1 a 64 letras e algarismos; no meio, também são permitidos espaços e - _ . @ +
accounts-bad-character = “{ $character }” não é permitido ali. { accounts-bad-name }
accounts-bad-invisible = O nome contém um caractere invisível ({ $code }). { accounts-bad-name }
accounts-name-reserved = O Windows reserva o nome { $name } para um dispositivo. Escolha outro.
accounts-bad-password = Uma senha tem de 8 a 256 caracteres, e nem todos podem ser espaços.
accounts-gone = Esta conta não existe mais.
accounts-data-there = Uma conta anterior { $name } deixou sua coleção em { $path }. A nova conta sincronizará com ela. Salve novamente se for isso que você quer, ou escolha outro nome.
accounts-in-use = O perfil { $profile } sincroniza com a conta { $name }. Primeiro desative a sincronização nesse perfil; depois a conta poderá ser removida.
accounts-remove-with-data = Os celulares que usam a conta { $name } não poderão mais sincronizar com este computador. A coleção, a mídia e as cópias de segurança dela são mantidas em { $path }; exclua essa pasta manualmente se ninguém precisar dela.
accounts-remove-without-data = Os celulares que usam a conta { $name } não poderão mais sincronizar com este computador. Ela não tem dados aqui.
accounts-remove-ok = Remover a conta
