### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

menu-title = LAN Sync
menu-toggle = Sincronizar celulares com este computador
menu-elsewhere = Sincronizar este perfil com { $address }
menu-toggle-too-old = Sincronizar celulares com este computador (requer o Anki { $version } ou posterior)
menu-connect = Conectar um celular…
menu-devices = Dispositivos e atividade…
menu-settings = Configurações…
menu-try-again = Tentar iniciar novamente
