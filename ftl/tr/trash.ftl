### Machine-translated from English; corrections by native speakers are welcome.
trash-title = Silinen medya
trash-explained = Cihazların sildiği ya da değiştirdiği sesler ve resimler burada 30 gün, en çok 1 GiB saklanır. Geri koyduklarınız, sonraki eşitlemelerinde bütün cihazlara gider.
trash-file = Dosya
trash-since = Silindi ya da değiştirildi
trash-put-back = Geri koy
trash-done = Geri konan dosya: { NUMBER($count) }.
trash-empty = Silinen ya da değiştirilen medya yok.
