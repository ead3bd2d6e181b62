### Machine-translated from English; corrections by native speakers are welcome.
repairs-nothing = Telefonlarınızın kopyasında sorun yok.
repairs-done = Şunlar yanlıştı ve onarıldı:
repairs-cards-without-note = Notu olmayan silinen kart: { NUMBER($count) }
repairs-notes-without-cards = Kartı olmayan silinen not: { NUMBER($count) }
repairs-graves = Kaldırılan yanlış silme kaydı: { NUMBER($count) }
repairs-media-added = Listede olmayıp eklenen medya dosyası: { NUMBER($count) } ({ $names })
repairs-media-lost = Eksik medya dosyası (bunlara sahip olan cihaz yeniden gönderir): { NUMBER($count) } ({ $names })
repairs-media-damaged = Bozuk medya dosyası (bunlara sahip olan cihaz yeniden gönderir): { NUMBER($count) } ({ $names })
repairs-miscounted = Medya dosyalarının sayısı düzeltildi.
repairs-backed-up = Kopya önce yedeklendi.
