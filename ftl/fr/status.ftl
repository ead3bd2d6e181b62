### LAN Sync in French. Machine-translated; corrections are welcome.

status-on = LAN Sync : vos téléphones peuvent se synchroniser avec cet ordinateur.
status-syncing = LAN Sync : { $device } se synchronise.
status-address-changed = LAN Sync : l’adresse de cet ordinateur était { $former } et est maintenant { $address }. Saisissez la nouvelle sur vos téléphones.
status-problem = LAN Sync est suspendu. { $reason }
