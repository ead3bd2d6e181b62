### Machine-translated from English; corrections by native speakers are welcome.

status-on = LAN Sync：手機可以與這台電腦同步。
status-syncing = LAN Sync：{ $device } 正在同步。
status-waiting = LAN Sync：手機帶來的資料{ $what }。
status-question = 在手機與 Anki 重新保持一致之前，LAN Sync 有一個問題。按一下這裡回答。
status-replaced = { $device } 取代了 { $user } 的副本：先前 { NUMBER($before) } 張卡片，現在 { NUMBER($now) } 張。按一下以選擇。
status-apart = Anki 與供手機使用的副本未能合併；雙方都保持原樣。{ $reason }
status-media-missing = 此設定檔的媒體資料夾不存在或無法讀取，因此手機無法同步聲音和圖片。請檢查該資料夾及其磁碟是否存在。
status-address-changed = LAN Sync：這台電腦的位址已從 { $former } 變為 { $address }。請在手機上輸入新位址。
status-problem = 手機無法與這台電腦同步。{ $reason }
status-no-backup = 手機可以同步，但無法備份它們的副本（{ $reason }）。請檢查磁碟是否已滿。
