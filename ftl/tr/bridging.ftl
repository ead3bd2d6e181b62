### Machine-translated from English; corrections by native speakers are welcome.

bridging-reviews-from =
    { $count ->
        [one] { $device } cihazından { $count } tekrar
       *[other] { $device } cihazından { $count } tekrar
    }
bridging-changes-from =
    { $count ->
        [one] { $device } cihazından { $count } değişiklik
       *[other] { $device } cihazından { $count } değişiklik
    }
bridging-collection-from = { $device } cihazının koleksiyonu artık Anki'de
bridging-taking-over = Telefonlarınızdan gelenler alınıyor...
bridging-waiting-review = tekrarı bitirmeniz bekleniyor
bridging-waiting-dialog = açık pencereyi kapatmanız bekleniyor
bridging-waiting-answer = Anki'nin sorusunu yanıtlamanız bekleniyor
bridging-waiting-phone = telefonun bitirmesi bekleniyor
bridging-waiting-anki = Anki'nin bitirmesi bekleniyor
bridging-pairing = Telefonlarınızın bu bilgisayardaki kopyasında zaten kartlar var, bu profilde de. İkisi daha önce hiç birleştirilmedi. Telefonlarınız neyle senkronize olsun?
bridging-pairing-phones = Telefonlarınızın kopyasını korursanız, yalnızca bu profilde olan kartlar ve notlar profilden silinir. Profilin not türleri, deste seçenekleri, etiketleri ve tekrar geçmişi kalır ve telefonlarınızın kopyasına da eklenir.
bridging-pairing-from-anki = Kopyayı bu profilden yeniden oluştur
bridging-both-schemas = Not türleri veya alanlar hem Anki'de hem de bir telefonda değiştirildi. Hangilerini korumak istiyorsunuz? İki tarafın notları, kartları ve tekrarları, onlara uyduğu sürece kalır.
bridging-store-replaced = Bir telefon, telefonlarınızın kopyasını kendi koleksiyonuyla değiştirdi. Anki'de olup orada bulunmayan kartlar: { NUMBER($count) }. Ne yapılsın?
bridging-take-over = Anki'ye aktar
bridging-collection-replaced = Anki'deki koleksiyon, tek yönlü senkronizasyon veya bir yedekle değiştirildi. Daha önce yapılmış ve hâlâ telefonlarınızın kopyasında olan değişiklikler: { NUMBER($count) }. Anki'ye alınsınlar mı?
bridging-keep-waiting = Değişiklikleri koru
bridging-drop = Değişiklikleri bırak
bridging-keep-phones = Telefonların kopyasını koru
bridging-keep-phone-types = Telefondaki not türlerini koru
bridging-keep-anki-types = Anki'deki not türlerini koru
bridging-keep-both = İkisini birleştir
bridging-backed-up = Değiştirilen taraf önce bugünün tarihiyle yedeklenir. Sonrasında bir telefon hangi tarafın korunacağını bir kez sorabilir; orada “İndir”i seçin.
bridging-media-missing = Bu profilin medya klasöründeki { NUMBER($total) } dosyadan { NUMBER($count) } tanesi yok. Silinmeleri istenmiyorsa klasörün ve diskinin yerinde olduğundan emin olun; bu arada telefonlar kendi dosyalarını korur. Telefonlarınızda da silinsinler mi?
bridging-media-delete = Sil
bridging-moved = LAN Sync artık bu profilin kendi senkronizasyonuna karışmıyor: Anki yeniden { $user } olarak { $server } ile senkronize oluyor, telefonlarınız da bu bilgisayarla senkronize olmayı sürdürüyor. Sonraki senkronizasyonda { $server } hangi tarafın korunacağını bir kez sorabilir: yüklemeyi seçin.
bridging-moved-without-login = LAN Sync artık bu profilin kendi senkronizasyonuna karışmıyor; telefonlarınız bu bilgisayarla senkronize olmayı sürdürüyor.
bridging-moved-merged = Anki'deki koleksiyon ile telefonlarınızın kopyası birleştirildi ve ikisi de yedeklendi.
