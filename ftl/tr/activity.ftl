### Machine-translated from English; corrections by native speakers are welcome.

activity-tab = Etkinlik
activity-when = Zaman
activity-device = Cihaz
activity-what = Ne oldu
activity-signed-in = { $user } olarak giriş yaptı
activity-refused = Yanlış kullanıcı adı veya parola (“{ $user }”)
activity-synced = Senkronize edildi: { NUMBER($received-count) } alındı, { NUMBER($sent-count) } gönderildi, süre { $duration }
activity-uploaded = Tüm koleksiyonunu buraya gönderdi ({ $size }, süre { $duration })
activity-downloaded = Tüm koleksiyonu aldı ({ $size }, süre { $duration })
activity-media = Medya: { NUMBER($received-count) } alındı ({ $received-size }), { NUMBER($sent-count) } gönderildi ({ $sent-size })
activity-reviews-in-anki =
    { $count ->
        [one] { $count } tekrar artık Anki'de
       *[other] { $count } tekrar artık Anki'de
    }
activity-changes-in-anki =
    { $count ->
        [one] { $count } değişiklik artık Anki'de
       *[other] { $count } değişiklik artık Anki'de
    }
activity-collection-in-anki = Koleksiyonu artık Anki'de
activity-failed = Başarısız: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = Teknik günlük, hata bildirimi içindir. Parola ve kart içermez.
activity-copy-log = Teknik günlüğü kopyala
