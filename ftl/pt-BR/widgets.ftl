### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

widgets-copy = Copiar
widgets-copied = Copiado
widgets-moment = Um momento…
widgets-close = Fechar
widgets-unsaved = O que você digitou aqui ainda não foi salvo. Fechar a janela sem salvar?
widgets-discard = Fechar sem salvar
