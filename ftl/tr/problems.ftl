### Machine-translated from English; corrections by native speakers are welcome.

problems-port-taken-use-next = Bu bilgisayardaki başka bir program { $port } bağlantı noktasını zaten kullanıyor; bu yüzden telefonlarınız Anki ile senkronize olamıyor. { $next_free } bağlantı noktası boş. Onu kullanırsanız yeni adresi telefonlarınıza yazın.
problems-port-taken = Bu bilgisayardaki başka bir program { $port } bağlantı noktasını zaten kullanıyor; bu yüzden telefonlarınız Anki ile senkronize olamıyor. O programı kapatın veya Araçlar > LAN Sync > Ayarlar'dan başka bir bağlantı noktası seçin.
problems-cannot-listen = Anki, { $address } adresinin { $port } bağlantı noktasında telefonları bekleyemiyor ({ $reason }). Araçlar > LAN Sync > Ayarlar'da “{ settings-port }” değerini ve metin olarak ayarlardaki “listen” değerini kontrol edin: bu bilgisayarın bir adresi olmalı veya boş kalmalıdır.
problems-certificate = LAN Sync https sunamıyor: { $path } ({ $reason }). Araçlar > LAN Sync > Ayarlar'da “{ settings-certificate }” değerini kontrol edin.
problems-data-folder = LAN Sync { $path } yolunu kullanamıyor ({ $reason }). Diskin dolu olmadığını ve oraya yazma izniniz olduğunu kontrol edip yeniden deneyin.
problems-data-folder-in-use = Başka bir Anki veya LAN Sync sunucusu ({ $holder }) { $path } klasörünü zaten kullanıyor; bu yüzden telefonlarınız bu Anki ile senkronize olamıyor. Diğerini kapatıp yeniden deneyin.
problems-host-too-old = Bu Anki çok eski olduğu için telefonlar bu bilgisayarla senkronize olamaz: Anki { $version } veya daha yenisi gerekir. Daha yeni bir Anki yükleyin veya Araçlar > LAN Sync > Ayarlar'dan başka bir sunucu seçin.
problems-server-failed = Telefonlarınız için sunucu başlatılamadı ({ $reason }). Yeniden deneyin; işe yaramazsa Anki'yi yeniden başlatın.
problems-sync-running = Senkronizasyon sürüyor. Bitmesini bekleyip yeniden deneyin.
problems-store-busy = Bir telefon bu bilgisayarla senkronize oluyor. Bitmesini bekleyip yeniden deneyin.
problems-collection-closed = Anki ile telefonlarınızın kopyası birleştirilemeden profil kapatıldı. Profili açıp yeniden deneyin.
problems-store-full = { $path } yolunun bulunduğu disk dolu. Yer açıp yeniden deneyin.
problems-store-in-use = Telefonlarınızın kopyasını ({ $path }) başka bir program kullanıyor. O programı kapatıp yeniden deneyin.
problems-store-damaged = Telefonlarınızın bu bilgisayardaki kopyası bozuk ({ $reason }). Anki'yi kapatıp { $path } dosyasını başka bir yere taşıyın; Anki bu profilden yeni bir kopya oluşturur. Eski kopyalar { $backups } klasöründe.
problems-store-too-new = { $path }, LAN Sync'in daha yeni bir sürümüyle yazılmış. LAN Sync'i güncelleyip yeniden deneyin.
problems-collection-unreadable = Telefonlarınız Anki'deki koleksiyonu okuyamazdı ({ $reason }). Araçlar > Veritabanını Kontrol Et'i seçip yeniden deneyin.
problems-collection-unusable = Anki'nin koleksiyonu okunamıyor veya yazılamıyor ({ $reason }). Diskinin dolu olmadığını kontrol edip yeniden deneyin.
problems-preferences-open = Lütfen önce Anki'nin Tercihler penceresini kapatıp yeniden deneyin.
problems-bad-address = “{ $address }” bir sunucu adresi değil. Adres şuna benzer: http://192.168.1.5:27701/
problems-ankiweb-address = Bu, AnkiWeb'in adresidir ve yazılması gerekmez. AnkiWeb ile senkronize etmek için yukarıdan onu seçin.
problems-bad-setting = “{ $key }” ayarı { $value } olamaz; bu yüzden onun yerine LAN Sync'in ilk değeri kullanılıyor. Buradan değiştirip kaydedin.
problems-no-fitting-wheel = LAN Sync, bu Anki'nin çalıştığı Python'a uygun { $package } içermiyor; bu yüzden sunucu başlatılamıyor. Bunun yerine Anki'nin kendi indirme sayfasındaki Anki'yi kullanın.
problems-32-bit = Bu Anki 32 bitliktir; LAN Sync sunucusu ise 64 bitlik Anki gerektirir. Anki'nin indirme sayfasından 64 bitlik Anki'yi yükleyin.
problems-damaged-wheel = LAN Sync'in { $path } dosyası eksik veya bozuk. LAN Sync'i yeniden yükleyin.
problems-other = LAN Sync'te bir sorun oluştu: { $reason }
