### Machine-translated from English; corrections by native speakers are welcome.

page-title = LAN Sync
page-heading = Bu cihazı bağlayın
page-intro = Bilgisayardaki Anki hazır. Aşağıdakileri yukarıdan aşağıya sırayla bu cihazdaki Anki'ye kopyalayın.
page-copy = Kopyala
page-copied = Kopyalandı
page-password = Bu sayfa kullanıcı adını ve parolayı yalnızca, bilgisayardaki Anki'de Araçlar > LAN Sync > Telefon bağla altında gösterilen kodla açıldığında gösterir.
page-expired = Bu kod kullanılmış ya da on dakikadan eski. Bilgisayardaki “Telefon bağla” penceresinde yeni bir kod gösterin ve onu tarayın.
page-ankidroid = Android (AnkiDroid)
page-ankimobile = iPhone, iPad (AnkiMobile)
page-computer = Başka bir bilgisayar (Anki)
page-ankidroid-server = AnkiDroid 2.16 veya sonrasında Ayarlar > Senkronizasyon > Özel senkronizasyon sunucusu yolunu açıp senkronizasyon URL'sine dokunun. Adresi yapıştırıp onaylayın.
page-ankidroid-login = Bir sayfa geri gidin, “AnkiWeb Hesabı” ögesine dokunun ve bilgisayardaki kullanıcı adı ve parolayla giriş yapın. Orada AnkiWeb'e giriş yapılmışsa önce çıkış yapın.
page-ankidroid-sync = Senkronizasyon düğmesine dokunun. AnkiDroid hangi koleksiyonun korunacağını sorarsa “AnkiWeb”, bilgisayardaki koleksiyon demektir.
page-ankimobile-server = AnkiMobile ayarlarında senkronizasyon ayarlarını ve oradaki özel senkronizasyon sunucusunu bulun. Adresi yapıştırın.
page-ankimobile-login = Senkronizasyon düğmesine dokunun ve bilgisayardaki kullanıcı adı ve parolayla giriş yapın. AnkiWeb'e giriş yapılmışsa önce çıkış yapın.
page-ankimobile-network = iPhone, Anki'nin yerel ağınızdaki cihazları bulmasına izin verilip verilmeyeceğini sorarsa izin verin. Bunu daha sonra iPhone'un kendi ayarlarında, Anki altında değiştirebilirsiniz.
page-computer-server = Anki'de Araçlar > Tercihler > Ağ yolunu açın ve adresi “Self-hosted sync server” alanına yapıştırın.
page-computer-login = Orada giriş yapılmışsa çıkış yapın; sonra ilk bilgisayardaki kullanıcı adı ve parolayla giriş yapın.
page-computer-sync = Tercihleri kapatın ve Senkronize Et'e tıklayın.
page-note = Bu, bilgisayarda Anki açıkken ve ikisi de aynı ağdayken (örneğin aynı Wi-Fi ağında) çalışır.
