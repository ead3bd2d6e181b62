### LAN Sync in German. Machine-translated; corrections are welcome.

status-on = LAN Sync: Ihre Handys können mit diesem Computer synchronisieren.
status-syncing = LAN Sync: { $device } synchronisiert gerade.
status-problem = LAN Sync ist angehalten. { $reason }
