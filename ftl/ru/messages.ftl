### LAN Sync in Russian. Machine-translated; corrections are welcome.

messages-not-now = Не сейчас
