### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

devices-title = Dispositivos e atividade
devices-tab = Dispositivos
devices-name = Dispositivo
devices-app = Aplicativo
devices-user = Usuário
devices-last-seen = Visto pela última vez
devices-last-sync = Última sincronização
devices-first-seen = Visto pela primeira vez
devices-never-synced = Ainda não
devices-failed = A última tentativa falhou
devices-synced = { $ago }: recebidos: { NUMBER($received-count) }, enviados: { NUMBER($sent-count) }, em { $duration }
devices-uploaded = { $ago }: enviou toda a sua coleção para cá ({ $size }, em { $duration })
devices-downloaded = { $ago }: baixou toda a coleção ({ $size }, em { $duration })
devices-in-anki = { $sync }; no Anki desde { $time }
devices-not-in-anki = { $sync }; { $what }
devices-hint = Clique duas vezes em um dispositivo para dar outro nome a ele.
devices-rename = Renomear
devices-remove = Remover este dispositivo…
devices-remove-question = Remover { $device }? Ele não poderá mais sincronizar com este computador até que alguém entre novamente nele. Os cartões continuam nele, os outros dispositivos não percebem nada, e tudo o que ele já sincronizou permanece aqui.
devices-remove-now = Remover este dispositivo
devices-counting-storage = Calculando o espaço ocupado pelos dados…
devices-storage = { $total } no disco: coleções { $collection }, mídia { $media }, cópias de segurança e mídia excluída { $backups }
devices-no-storage = Não é possível ler a pasta com os dados ({ $reason }).
devices-open-folder = Abrir pasta
