### Machine-translated from English; corrections by native speakers are welcome.

devices-title = Cihazlar ve etkinlik
devices-tab = Cihazlar
devices-name = Cihaz
devices-app = Uygulama
devices-user = Kullanıcı
devices-last-seen = Son görülme
devices-last-sync = Son senkronizasyon
devices-added = Eklendi
devices-seen-at = { $ago }, { $address }
devices-refused-from = Reddedilen girişler: { $address } adresinden { NUMBER($count) }, { $ago }
devices-slowed = { $refused }; beklemesi gerekiyor
devices-never-synced = Henüz yok
devices-asked = Henüz değil: hangi tarafın tutulacağını soruyorsa cihazda yanıtlayın
devices-failed = Son deneme başarısız
devices-synced = { $ago }: { $what }
devices-reviews =
    { $count ->
        [one] { $count } tekrar
       *[other] { $count } tekrar
    }
devices-changes =
    { $count ->
        [one] { $count } değişiklik
       *[other] { $count } değişiklik
    }
devices-uploaded = { $ago }: tüm koleksiyonunu buraya gönderdi ({ $size }, süre { $duration })
devices-downloaded = { $ago }: tüm koleksiyonu aldı ({ $size }, süre { $duration })
devices-in-anki = { $sync }, { $time } itibarıyla Anki'de
devices-not-in-anki = { $sync }, { $what }
devices-hint = Cihaza başka bir ad vermek için çift tıklayın.
devices-forgive = Herkesin yeniden denemesine izin ver
devices-rename = Yeniden adlandır
devices-remove = Bu cihazı kaldır...
devices-remove-question = { $device } kaldırılsın mı? O cihazda yeniden giriş yapılana kadar bu bilgisayarla senkronize olamaz. Kartları cihazda kalır, diğer cihazlar etkilenmez ve senkronize ettiği her şey burada kalır.
devices-remove-password = { $user } için yeni bir parola da oluştur, çünkü cihazın sahibi şimdikini biliyor
devices-remove-now = Bu cihazı kaldır
devices-new-password = { $user } için yeni parola: { $password }. Giriş yapılmış cihazlar senkronize olmayı sürdürür; parolayı “{ pairing-title }” penceresi de gösterir.
devices-counting-storage = Verilerin diskte kapladığı yer hesaplanıyor...
devices-storage = Diskte { $total }: koleksiyonlar { $collection }, medya { $media }, yedekler ve silinmiş medya { $backups }
devices-no-storage = Veri klasörü okunamıyor ({ $reason }).
devices-open-folder = Klasörü aç
