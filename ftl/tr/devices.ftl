### Machine-translated from English; corrections by native speakers are welcome.

devices-title = Cihazlar ve etkinlik
devices-tab = Cihazlar
devices-name = Cihaz
devices-app = Uygulama
devices-user = Kullanıcı
devices-last-seen = Son görülme
devices-last-sync = Son senkronizasyon
devices-first-seen = İlk görülme
devices-never-synced = Henüz yok
devices-failed = Son deneme başarısız
devices-synced = { $ago }: { NUMBER($received-count) } alındı, { NUMBER($sent-count) } gönderildi, süre { $duration }
devices-uploaded = { $ago }: tüm koleksiyonunu buraya gönderdi ({ $size }, süre { $duration })
devices-downloaded = { $ago }: tüm koleksiyonu aldı ({ $size }, süre { $duration })
devices-in-anki = { $sync }; { $time } itibarıyla Anki'de
devices-not-in-anki = { $sync }; { $what }
devices-hint = Cihaza başka bir ad vermek için çift tıklayın.
devices-rename = Yeniden adlandır
devices-remove = Bu cihazı kaldır...
devices-remove-question = { $device } kaldırılsın mı? O cihazda yeniden giriş yapılana kadar bu bilgisayarla senkronize olamaz. Kartları cihazda kalır, diğer cihazlar etkilenmez ve senkronize ettiği her şey burada kalır.
devices-remove-now = Bu cihazı kaldır
devices-counting-storage = Verilerin diskte kapladığı yer hesaplanıyor...
devices-storage = Diskte { $total }: koleksiyonlar { $collection }, medya { $media }, yedekler ve silinmiş medya { $backups }
devices-no-storage = Veri klasörü okunamıyor ({ $reason }).
devices-open-folder = Klasörü aç
