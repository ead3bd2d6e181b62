### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

activity-tab = Atividade
activity-when = Quando
activity-device = Dispositivo
activity-what = O que aconteceu
activity-signed-in = Entrou como { $user }
activity-refused = Senha incorreta de { $user }: recusado
activity-refused-name = Nome de usuário desconhecido: recusado
activity-slowed = Senhas incorretas demais: precisa esperar
activity-refused-from = { $what } ({ $address })
activity-changes-from-here = Alterações deste computador: { NUMBER($count) }
activity-nothing-new = Nada de novo
activity-both-ways = { $from-device }; { $from-here }
activity-uploaded = Enviou toda a sua coleção para cá ({ $size }, em { $duration })
activity-downloaded = Baixou toda a coleção ({ $size }, em { $duration })
activity-put-back = A cópia anterior de { $user } foi recuperada neste computador
activity-media-from = Arquivos de mídia de { $device }: { NUMBER($count) } ({ $size })
activity-media-from-here = Arquivos de mídia deste computador: { NUMBER($count) } ({ $size })
activity-reviews-in-anki = Revisões que já estão no Anki: { NUMBER($count) }
activity-changes-in-anki = Alterações que já estão no Anki: { NUMBER($count) }
activity-collection-in-anki = A coleção dele já está no Anki
activity-failed = Falhou: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = O registro técnico serve para relatar erros. Ele não contém senhas nem cartões.
activity-copy-log = Copiar registro técnico
