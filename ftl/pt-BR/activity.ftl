### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

activity-tab = Atividade
activity-when = Quando
activity-device = Dispositivo
activity-what = O que aconteceu
activity-signed-in = Entrou como { $user }
activity-refused = Nome de usuário ou senha incorretos (“{ $user }”)
activity-synced = Sincronização: itens recebidos: { NUMBER($received-count) }, enviados: { NUMBER($sent-count) }, em { $duration }
activity-uploaded = Enviou toda a sua coleção para cá ({ $size }, em { $duration })
activity-downloaded = Baixou toda a coleção ({ $size }, em { $duration })
activity-media = Mídia: recebidos: { NUMBER($received-count) } ({ $received-size }), enviados: { NUMBER($sent-count) } ({ $sent-size })
activity-reviews-in-anki = Revisões que já estão no Anki: { NUMBER($count) }
activity-changes-in-anki = Alterações que já estão no Anki: { NUMBER($count) }
activity-collection-in-anki = A coleção dele já está no Anki
activity-failed = Falhou: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = O registro técnico serve para relatar erros. Ele não contém senhas nem cartões.
activity-copy-log = Copiar registro técnico
