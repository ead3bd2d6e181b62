### Machine-translated from English; corrections by native speakers are welcome.

widgets-copy = Kopyala
widgets-copied = Kopyalandı
widgets-moment = Bir dakika...
widgets-close = Kapat
widgets-unsaved = Burada yazdıklarınız henüz kaydedilmedi. Pencere kaydedilmeden kapatılsın mı?
widgets-discard = Kaydetmeden kapat
