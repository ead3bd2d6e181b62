### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

messages-not-now = Agora não
