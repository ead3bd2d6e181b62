### LAN Sync in Spanish. Machine-translated; corrections are welcome.

messages-not-now = Ahora no
