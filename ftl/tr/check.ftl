### Machine-translated from English; corrections by native speakers are welcome.

check-title = Telefon neden bağlanamıyor?
check-intro = LAN Sync bu bilgisayara adreslerinden ulaşılıp ulaşılamadığına ve neyin engel olabileceğine bakar.
check-again = Yeniden kontrol et
check-stop = Durdur
check-stopped = Her şey kontrol edilmeden durduruldu.
check-phone-side = Telefon bu bilgisayarla aynı ağda olmalıdır; misafir Wi-Fi ağları cihazları çoğu zaman birbirinden ayırır. Telefonda VPN'i ve mobil veriyi kısa süreliğine kapatıp adresi telefonun tarayıcısında açın: Bir sayfa açılıyorsa bağlantı sorunsuzdur.
check-no-network = Bu bilgisayar hiçbir ağa bağlı değil. Bilgisayarı telefonun bulunduğu ağa bağlayın.
check-answers = { $address } adresi bu bilgisayardaki Anki'ye ulaşıyor.
check-no-answer = { $address } yanıt vermiyor ({ $reason }).
check-other-program = { $address } adresinde başka bir program yanıt veriyor. Ayarlardan başka bir bağlantı noktası seçin.
check-no-firewall = Bu bilgisayarda engel olabilecek bir güvenlik duvarı bulunamadı.
check-firewall-on = { $firewall } güvenlik duvarı açık ve telefonları engelliyor olabilir. Telefonlara izin vermek için şu satırı yönetici olarak açılmış bir terminale kopyalayın:
check-firewall-blocks = { $firewall } güvenlik duvarı Anki'yi engelliyor. Telefonlara izin vermek için orada Anki'ye izin verin veya şu satırı yönetici olarak açılmış bir terminale kopyalayın:
check-firewall-public = { $firewall } güvenlik duvarı bu ağı herkese açık bir yer sayıyor ve telefonları engelliyor olabilir. Sistem ayarlarında ağı özel olarak işaretleyin veya şu satırı yönetici olarak açılmış bir terminale kopyalayın:
check-firewall-blocks-all = { $firewall } güvenlik duvarı gelen tüm bağlantıları engelliyor. Bunu sistem ayarlarından kapatın.
check-firewall-allows = { $firewall } güvenlik duvarı telefonların Anki'ye ulaşmasına izin veriyor.
check-firewall-other = { $firewall } güvenlik duvarı açık ve telefonları engelliyor olabilir. Ayarlarında Anki'ye izin verin.
