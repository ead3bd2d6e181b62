### LAN Sync in Polish. Machine-translated; corrections are welcome.

messages-not-now = Nie teraz
