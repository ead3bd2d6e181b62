### LAN Sync in Polish. Machine-translated; corrections are welcome.

status-on = LAN Sync: telefony mogą synchronizować się z tym komputerem.
status-syncing = LAN Sync: { $device } synchronizuje się.
status-address-changed = LAN Sync: adres tego komputera zmienił się z { $former } na { $address }. Wpisz nowy adres na telefonach.
status-problem = Działanie LAN Sync jest wstrzymane. { $reason }
