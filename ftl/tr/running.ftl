### Machine-translated from English; corrections by native speakers are welcome.

running-uploading = { $device } tüm koleksiyonunu buraya gönderiyor: şu ana kadar { $size }.
running-downloading = { $device } tüm koleksiyonu alıyor: şu ana kadar { $size }.
running-media = { $device } medyayı senkronize ediyor: cihazdan { NUMBER($received-count) } dosya ({ $received-size }), bu bilgisayardan { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = { $device } senkronize oluyor: cihazdan { NUMBER($received-count) } değişiklik, bu bilgisayardan { NUMBER($sent-count) }.
