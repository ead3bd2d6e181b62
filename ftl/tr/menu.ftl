### Machine-translated from English; corrections by native speakers are welcome.

menu-title = LAN Sync
menu-toggle = Telefonları bu bilgisayarla senkronize et
menu-elsewhere = Bu profili { $address } ile senkronize et
menu-toggle-too-old = Telefonları bu bilgisayarla senkronize et (Anki { $version } veya daha yenisi gerekir)
menu-connect = Telefon bağla...
menu-devices = Cihazlar ve etkinlik...
menu-settings = Ayarlar...
menu-try-again = Başlatmayı yeniden dene
