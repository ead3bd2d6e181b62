### Machine-translated from English; corrections by native speakers are welcome.

activity-tab = Etkinlik
activity-when = Zaman
activity-device = Cihaz
activity-what = Ne oldu
activity-signed-in = { $user } olarak giriş yaptı
activity-refused = { $user } için yanlış parola: reddedildi
activity-refused-name = Bilinmeyen kullanıcı adı: reddedildi
activity-slowed = Çok fazla yanlış parola: beklemesi gerekiyor
activity-refused-from = { $what } ({ $address })
activity-changes-from-here =
    { $count ->
        [one] Bu bilgisayardan { $count } değişiklik
       *[other] Bu bilgisayardan { $count } değişiklik
    }
activity-nothing-new = Yeni bir şey yok
activity-both-ways = { $from-device }; { $from-here }
activity-uploaded = Tüm koleksiyonunu buraya gönderdi ({ $size }, süre { $duration })
activity-downloaded = Tüm koleksiyonu aldı ({ $size }, süre { $duration })
activity-put-back = { $user } kullanıcısının önceki kopyası bu bilgisayarda geri getirildi
activity-media-from =
    { $count ->
        [one] { $device } cihazından { $count } medya dosyası ({ $size })
       *[other] { $device } cihazından { $count } medya dosyası ({ $size })
    }
activity-media-from-here =
    { $count ->
        [one] Bu bilgisayardan { $count } medya dosyası ({ $size })
       *[other] Bu bilgisayardan { $count } medya dosyası ({ $size })
    }
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
activity-notes-added = Eklenen not: { NUMBER($count) }
activity-notes-changed = Değişen not: { NUMBER($count) }
activity-notes-deleted = Silinen not: { NUMBER($count) }
activity-cards-changed = Değişen kart: { NUMBER($count) }
activity-cards-deleted = Silinen kart: { NUMBER($count) }
activity-reviews-added = Tekrar: { NUMBER($count) }
activity-decks-added = Eklenen deste: { NUMBER($count) }
activity-decks-deleted = Silinen deste: { NUMBER($count) }
activity-note-types-changed = Değişen not türü: { NUMBER($count) }
activity-named = { $what } ({ $names })
activity-backed-up-first = önce yedeklendi
activity-no-backup = Yedek alınamadı: { $reason }
activity-restore = Önceki durumu geri yükle...
