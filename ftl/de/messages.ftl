### LAN Sync in German. Machine-translated; corrections are welcome.

messages-not-now = Nicht jetzt
