### Machine-translated from English; corrections by native speakers are welcome.

status-on = LAN Sync: telefonlarınız bu bilgisayarla senkronize olabilir.
status-syncing = LAN Sync: { $device } senkronize ediyor.
status-problem = LAN Sync duraklatıldı. { $reason }
