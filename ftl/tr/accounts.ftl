### Machine-translated from English; corrections by native speakers are welcome.

accounts-title = Bu bilgisayardaki hesaplar
accounts-explained = Her hesabın kendi koleksiyonu vardır. Bir profilde senkronizasyon açılınca profil bir hesap alır; başka kişiler veya yalnızca bu bilgisayarla senkronize olan bilgisayarlar için hesap ekleyin. Hesap değişiklikleri hemen geçerli olur.
accounts-add = Ekle...
accounts-change = Parolayı değiştir...
accounts-remove = Kaldır...
accounts-add-title = Hesap ekle
accounts-change-title = Parola değiştirme: { $name }
accounts-name = Kullanıcı adı
accounts-name-explained = En fazla 64 harf ve rakam; telefonlara bu ad yazılır.
accounts-password = Parola
accounts-password-explained = Bu parola sizin için oluşturuldu; başka bir parola yazabilirsiniz. Burada yalnızca bir kez gösterilir; şimdi not alın veya telefona yazın.
accounts-change-explained = { $name } hesabıyla giriş yapmış telefonlar senkronize olmaya devam eder. Yeni parola bir sonraki girişte gerekir.
accounts-name-taken = Bu adda bir hesap zaten var. Başka bir ad seçin.
accounts-bad-name = Kullanıcı adı 1-64 harf ve rakamdan oluşur; içinde boşluk ve - _ . @ + kullanılabilir.
accounts-bad-character = “{ $character }” karakterine orada izin verilmez. { accounts-bad-name }
accounts-bad-invisible = Ad görünmeyen bir karakter içeriyor ({ $code }). { accounts-bad-name }
accounts-name-reserved = Windows, { $name } adını bir aygıt için ayırır. Başka bir ad seçin.
accounts-bad-password = Parola 8-256 karakter uzunluğundadır ve yalnızca boşluklardan oluşamaz.
accounts-gone = Bu hesap artık yok.
accounts-data-there = Eski { $name } hesabının koleksiyonu { $path } klasöründe duruyor. Yeni hesap onunla senkronize olacak. Bunu istiyorsanız yeniden kaydedin, istemiyorsanız başka bir ad seçin.
accounts-in-use = { $profile } profili { $name } hesabıyla senkronize oluyor. Önce o profilde senkronizasyonu kapatın; sonra hesap kaldırılabilir.
accounts-remove-with-data = { $name } hesabını kullanan telefonlar artık bu bilgisayarla senkronize olamaz. Koleksiyonu, medyası ve yedekleri { $path } klasöründe kalır; kimseye gerekmiyorsa klasörü elle silin.
accounts-remove-without-data = { $name } hesabını kullanan telefonlar artık bu bilgisayarla senkronize olamaz. Hesabın burada verisi yok.
accounts-remove-ok = Hesabı kaldır
