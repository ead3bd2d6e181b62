### Machine-translated from English; corrections by native speakers are welcome.

status-on = LAN Sync: telefonlarınız bu bilgisayarla senkronize olabilir.
status-syncing = LAN Sync: { $device } senkronize oluyor.
status-address-changed = LAN Sync: bu bilgisayarın adresi { $former } idi, şimdi { $address }. Telefonlarınıza yeni adresi yazın.
status-problem = LAN Sync duraklatıldı. { $reason }
