### Machine-translated from English; corrections by native speakers are welcome.
restoring-question = Bu yedeğe dönmek istiyor musunuz? Şu anki durum önce yedeklenir, yani bunu geri alabilirsiniz.
restoring-backup = { $date } yedeği
restoring-anki = Anki’deki koleksiyon aynısı olur. Anki’nin bir sonraki eşitlemesinde sunucusu değişiklikleri alır; hangi tarafın kalacağını sorarsa yüklemeyi seçin.
restoring-devices = Bir sonraki senkronizasyonda { $user } kullanıcısının her cihazı hangi tarafın korunacağını sorar: “AnkiWeb'den İndir”i (AnkiDroid'de “AnkiWeb”) seçin.
restoring-restore = Geri yükle
restoring-done = Yedek geri yüklendi.
