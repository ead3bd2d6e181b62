### LAN Sync in Italian. Machine-translated; corrections are welcome.

messages-not-now = Non ora
