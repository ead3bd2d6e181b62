### Machine-translated from English; corrections by native speakers are welcome.

switching-preparing = Telefonlarınızla senkronizasyona hazırlanılıyor...
switching-copying = Koleksiyonunuz telefonlarınız için kopyalanıyor...
switching-closing = Bir cihaz hâlâ bu bilgisayarla senkronize oluyor. Anki onu en fazla birkaç saniye bekler.
switching-off-done = Telefonlar artık bu bilgisayarla senkronize olmuyor. Bu profilin senkronizasyonu değişmedi.
switching-back-done = Anki eskisi gibi senkronize olur ve hangi tarafın korunacağını bir kez sorabilir.
switching-left = Bu profilin senkronizasyon hesabı veya sunucusu Anki'nin Tercihler penceresinde ya da başka bir eklenti tarafından değiştirildi; profil artık orada ayarlandığı gibi senkronize oluyor. Telefonlarınız bu bilgisayarla eskisi gibi senkronize olur.
switching-config-later = Yeni ayarlar kaydedildi. Senkronizasyon sürdüğü veya Tercihler açık olduğu için bu profili bir sonraki açışınızda geçerli olacaklar.
switching-use-port = { $port } bağlantı noktasını kullan
switching-cancel = İptal
switching-cards = Kartlar
switching-notes = Notlar
switching-reviews = Tekrarlar
switching-number = { NUMBER($count) }
switching-side-anki = Anki'deki bu profil
switching-side-phones = Telefonlarınızın bu bilgisayardaki kopyası
switching-elsewhere = Bu profil artık { $server } ile senkronize olacak. İlk senkronizasyonda büyük olasılıkla bir tarafın diğerinin yerini alması gerekecek; Anki o zaman hangisinin korunacağını sorar.
switching-elsewhere-after = Anki o soruda “AnkiWeb” derken o sunucuyu kasteder. İndirmeyi seçerseniz Anki önce bu profili yedekler. Yüklemeyi seçerseniz sunucudakiler değiştirilir. Şimdiki giriş bilgileriniz saklanır ve geri döndüğünüzde yine kullanılır. Telefonlarınız bu bilgisayarla eskisi gibi senkronize olur.
switching-elsewhere-ok = Onunla senkronize et
switching-back = Bu profil eskisi gibi { $server } sunucusuna ve { $user } hesabına döner. Bir sonraki senkronizasyonda büyük olasılıkla bir tarafın diğerinin yerini alması gerekecek; Anki o zaman hangisinin korunacağını sorar.
switching-back-after = Şu anda Anki'de gördüklerinizi korumak için yüklemeyi seçin. Telefonlarınız bu bilgisayarla eskisi gibi senkronize olur.
switching-back-ok = Geri dön
switching-delete-data = Tüm profillerin telefonlarınıza ait kopyaları (kartlar, medya ve yedekler) { $path } klasöründe. Onları saklamak istiyor musunuz? Her iki durumda da Anki'deki kendi koleksiyonunuza dokunulmaz.
switching-delete-keep = Sakla
switching-delete-trash = Çöp kutusuna taşı
switching-delete-failed = Telefonların verileri çöp kutusuna taşınamadı ({ $reason }). Veriler hâlâ yerinde; klasörü elle silebilirsiniz.
