### Machine-translated from English; corrections by native speakers are welcome.
replaced-question = { $device }, { $user } kullanıcısının bu bilgisayardaki kopyasını kendi koleksiyonuyla değiştirdi. Öncekinin yedeği alındı. Burada hangisi olsun?
replaced-before = Önceki kopya
replaced-now = Şimdiki kopya
replaced-keep = Şimdikini koru
replaced-bring-back = Öncekini geri getir
replaced-done = Önceki kopya geri getirildi. Bir sonraki senkronizasyonda { $user } kullanıcısının her cihazı hangi tarafın korunacağını sorar: “AnkiWeb'den İndir”i (AnkiDroid'de “AnkiWeb”) seçin.
replaced-undo = Geri al
