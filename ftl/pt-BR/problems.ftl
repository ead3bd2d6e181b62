### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

problems-port-taken-use-next = Outro programa neste computador já usa a porta { $port }, por isso seus celulares não podem sincronizar com o Anki. A porta { $next_free } está livre. Se você a usar, digite o novo endereço nos seus celulares.
problems-port-taken = Outro programa neste computador já usa a porta { $port }, por isso seus celulares não podem sincronizar com o Anki. Feche esse programa ou escolha outra porta em Ferramentas > LAN Sync > Configurações.
problems-cannot-listen = O Anki não consegue esperar por celulares em { $address }, porta { $port } ({ $reason }). Verifique “{ settings-port }” em Ferramentas > LAN Sync > Configurações e “listen” nas configurações como texto: deve ser um endereço deste computador ou ficar vazio.
problems-certificate = O LAN Sync não consegue oferecer https: { $path } ({ $reason }). Verifique “{ settings-certificate }” em Ferramentas > LAN Sync > Configurações.
problems-data-folder = O LAN Sync não consegue usar { $path } ({ $reason }). Verifique se o disco não está cheio e se você tem permissão para gravar ali; depois, tente novamente.
problems-data-folder-in-use = Outro Anki ou outro servidor do LAN Sync ({ $holder }) já usa { $path }, por isso seus celulares não podem sincronizar com este Anki. Feche o outro e tente novamente.
problems-host-too-old = Os celulares não podem sincronizar com este computador porque este Anki é antigo demais para isso: é preciso ter o Anki { $version } ou posterior. Instale um Anki mais recente ou escolha outro servidor em Ferramentas > LAN Sync > Configurações.
problems-server-failed = O servidor para seus celulares não iniciou ({ $reason }). Tente novamente; se não resolver, reinicie o Anki.
problems-sync-running = Há uma sincronização em andamento. Espere ela terminar e tente novamente.
problems-store-busy = Um celular está sincronizando com este computador. Espere ele terminar e tente novamente.
problems-collection-closed = O perfil foi fechado antes que o Anki e a cópia dos seus celulares pudessem ser reunidos. Abra-o e tente novamente.
problems-store-full = O disco de { $path } está cheio. Libere espaço e tente novamente.
problems-store-in-use = Outro programa está usando a cópia dos seus celulares ({ $path }). Feche esse programa e tente novamente.
problems-store-damaged = A cópia dos seus celulares neste computador está danificada ({ $reason }). Feche o Anki e mova o arquivo { $path } para outro lugar; o Anki fará então uma nova cópia a partir deste perfil. As cópias mais antigas estão em { $backups }.
problems-store-too-new = { $path } foi gravado por uma versão mais recente do LAN Sync. Atualize o LAN Sync e tente novamente.
problems-collection-unreadable = Seus celulares não conseguiriam ler a coleção do Anki ({ $reason }). Escolha Ferramentas > Verificar Banco de Dados e tente novamente.
problems-collection-unusable = Não é possível ler ou gravar a coleção do Anki ({ $reason }). Verifique se o disco dela não está cheio e tente novamente.
problems-preferences-open = Primeiro feche as preferências do Anki e depois tente novamente.
problems-bad-address = “{ $address }” não é o endereço de um servidor. Um endereço tem esta forma: http://192.168.1.5:27701/
problems-ankiweb-address = Este é o endereço do AnkiWeb, que não precisa ser digitado. Para sincronizar com o AnkiWeb, escolha-o acima.
problems-bad-setting = A configuração “{ $key }” não pode ser { $value }, por isso o valor original do LAN Sync é usado no lugar. Altere-a aqui e salve.
problems-no-fitting-wheel = O LAN Sync não traz { $package } para o Python com que este Anki funciona, por isso o servidor não pode iniciar. Use, em vez dele, o Anki da própria página de download.
problems-32-bit = Este Anki é de 32 bits, e o servidor do LAN Sync precisa de um de 64 bits. Instale o Anki de 64 bits a partir da página de download dele.
problems-damaged-wheel = O arquivo { $path } do LAN Sync está faltando ou danificado. Instale o LAN Sync novamente.
problems-other = Algo deu errado no LAN Sync: { $reason }
