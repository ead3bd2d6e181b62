### Machine-translated from English; corrections by native speakers are welcome.

problems-port-taken-use-next = Bu bilgisayardaki başka bir program { $port } bağlantı noktasını zaten kullanıyor; bu yüzden telefonlarınız Anki ile senkronize olamıyor ve senkronizasyon duraklatıldı. { $next_free } bağlantı noktası boş. Onu kullanırsanız yeni adresi telefonlarınıza yazın.
problems-port-taken = Bu bilgisayardaki başka bir program { $port } bağlantı noktasını zaten kullanıyor; bu yüzden telefonlarınız Anki ile senkronize olamıyor ve senkronizasyon duraklatıldı. O programı kapatın veya Araçlar > Eklentiler > LAN Sync > Yapılandırma'dan başka bir bağlantı noktası seçin.
problems-cannot-listen = Anki, { $address } adresinin { $port } bağlantı noktasında telefonları bekleyemiyor ({ $reason }). Araçlar > Eklentiler > LAN Sync > Yapılandırma'da “listen” ve “port” değerlerini kontrol edin; “0.0.0.0” bu bilgisayarın tüm adresleri demektir.
problems-data-folder = LAN Sync { $path } yolunu kullanamıyor ({ $reason }). Diskin dolu olmadığını ve oraya yazma izniniz olduğunu kontrol edip yeniden deneyin.
problems-server-failed = Telefonlarınız için sunucu başlamadı ({ $reason }). Yeniden deneyin; işe yaramazsa Anki'yi yeniden başlatın.
problems-sync-running = Senkronizasyon sürüyor. Bitmesini bekleyip yeniden deneyin.
problems-preferences-open = Lütfen önce Anki'nin Tercihler penceresini kapatıp yeniden deneyin.
problems-bad-address = “{ $address }” bir sunucu adresi değil. Adres şuna benzer: http://192.168.1.5:27701/
problems-bad-setting = “{ $key }” ayarı { $value } olamaz. Araçlar > Eklentiler > LAN Sync > Yapılandırma'dan değiştirin.
problems-no-fitting-wheel = LAN Sync, bu bilgisayara ve bu Anki sürümüne uygun { $package } içermiyor; bu yüzden sunucu başlatılamıyor. Anki'nin indirme sayfasından daha yeni bir Anki yükleyin.
problems-damaged-wheel = LAN Sync'in { $path } dosyası eksik veya bozuk. LAN Sync'i yeniden yükleyin.
problems-other = LAN Sync'te bir sorun oluştu: { $reason }
