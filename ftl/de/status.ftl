### LAN Sync in German. Machine-translated; corrections are welcome.

status-on = LAN Sync: Ihre Handys können mit diesem Computer synchronisieren.
status-syncing = LAN Sync: { $device } synchronisiert gerade.
status-address-changed = LAN Sync: Die Adresse dieses Computers war { $former } und ist jetzt { $address }. Geben Sie die neue auf Ihren Handys ein.
status-problem = LAN Sync ist angehalten. { $reason }
