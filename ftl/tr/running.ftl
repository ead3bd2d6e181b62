### Machine-translated from English; corrections by native speakers are welcome.

running-uploading = { $device } tüm koleksiyonunu buraya gönderiyor: şu ana kadar { $size }.
running-downloading = { $device } tüm koleksiyonu alıyor: şu ana kadar { $size }.
running-media = { $device } medyayı senkronize ediyor: { NUMBER($received-count) } dosya alındı ({ $received-size }), { NUMBER($sent-count) } gönderildi ({ $sent-size }).
running-comparing = { $device } senkronize oluyor: { NUMBER($received-count) } alındı, { NUMBER($sent-count) } gönderildi.
