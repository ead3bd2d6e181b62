### LAN Sync in French. Machine-translated; corrections are welcome.

messages-not-now = Pas maintenant
