### Machine-translated from English; corrections by native speakers are welcome.

widgets-copy = Kopyala
widgets-copied = Kopyalandı
widgets-moment = Bir dakika...
