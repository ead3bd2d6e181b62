### Machine-translated from English; corrections by native speakers are welcome.

status-on = LAN Sync: telefonlarınız bu bilgisayarla senkronize olabilir.
status-syncing = LAN Sync: { $device } senkronize oluyor.
status-waiting = LAN Sync: telefonlarınızdan gelenler için { $what }.
status-question = Telefonlarınız ve Anki yeniden aynı duruma gelmeden önce LAN Sync'in bir sorusu var. Yanıtlamak için buraya tıklayın.
status-replaced = { $device }, { $user } kullanıcısının kopyasını değiştirdi: önce { NUMBER($before) } kart, şimdi { NUMBER($now) }. Seçmek için tıklayın.
status-apart = Anki ile telefonlarınızın kopyası birleştirilemedi; ikisi de olduğu gibi duruyor. { $reason }
status-media-missing = Bu profilin medya klasörü yok veya okunamıyor; bu yüzden telefonlarınız sesleri ve resimleri senkronize edemiyor. Klasörün ve diskinin yerinde olduğundan emin olun.
status-address-changed = LAN Sync: bu bilgisayarın adresi { $former } idi, şimdi { $address }. Telefonlarınıza yeni adresi yazın.
status-problem = Telefonlar bu bilgisayarla senkronize olamıyor. { $reason }
status-no-backup = Telefonlarınız eşitleyebilir, ancak kopyaları yedeklenemiyor ({ $reason }). Diskin dolu olmadığını denetleyin.
