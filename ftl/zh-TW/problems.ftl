### Machine-translated from English; corrections by native speakers are welcome.

problems-port-taken-use-next = 這台電腦上的另一個程式已佔用連線埠 { $port }，因此手機無法與 Anki 同步。連線埠 { $next_free } 可用。如果使用它，請在手機上輸入新位址。
problems-port-taken = 這台電腦上的另一個程式已佔用連線埠 { $port }，因此手機無法與 Anki 同步。請關閉該程式，或在「工具」>「LAN Sync」>「設定」中選擇其他連線埠。
problems-cannot-listen = Anki 無法在 { $address } 的連線埠 { $port } 上等待手機連線（{ $reason }）。請在「工具」>「LAN Sync」>「設定」中檢查「{ settings-port }」，並檢查文字設定中的「listen」：它必須是這台電腦的某個位址，或為空。
problems-certificate = LAN Sync 無法提供 https：{ $path }（{ $reason }）。請在「工具」>「LAN Sync」>「設定」中檢查「{ settings-certificate }」。
problems-data-folder = LAN Sync 無法使用 { $path }（{ $reason }）。請確認磁碟還有空間，而且你有寫入權限，然後再試一次。
problems-data-folder-in-use = 另一個 Anki 或 LAN Sync 伺服器（{ $holder }）已在使用 { $path }，因此手機無法與此 Anki 同步。請關閉另一個，然後再試一次。
problems-host-too-old = 手機無法與這台電腦同步，因為此 Anki 版本太舊：需要 Anki { $version } 或更新版本。請安裝較新的 Anki，或在「工具」>「LAN Sync」>「設定」中選擇其他伺服器。
problems-server-failed = 供手機使用的伺服器無法啟動（{ $reason }）。請再試一次；如果仍然不行，請重新啟動 Anki。
problems-sync-running = 正在同步中。請等待同步完成，然後再試一次。
problems-store-busy = 有手機正在與這台電腦同步。請等待它完成，然後再試一次。
problems-collection-closed = 在 Anki 與供手機使用的副本合併之前，此設定檔已關閉。請開啟它，然後再試一次。
problems-store-full = { $path } 所在的磁碟已滿。請騰出空間，然後再試一次。
problems-store-in-use = 另一個程式正在使用供手機使用的副本（{ $path }）。請關閉該程式，然後再試一次。
problems-store-damaged = 這台電腦上供手機使用的副本已損毀（{ $reason }）。請關閉 Anki，將檔案 { $path } 移到別處；之後 Anki 會用此設定檔重新製作副本。較早的副本在 { $backups } 中。
problems-store-too-new = { $path } 是由較新版本的 LAN Sync 寫入的。請更新 LAN Sync，然後再試一次。
problems-collection-unreadable = 手機無法讀取 Anki 中的集合（{ $reason }）。請選擇「工具」>「檢查資料庫」，然後再試一次。
problems-collection-unusable = 無法讀取或寫入 Anki 的集合（{ $reason }）。請確認它的磁碟還有空間，然後再試一次。
problems-preferences-open = 請先關閉 Anki 的偏好設定，然後再試一次。
problems-bad-address = 「{ $address }」不是伺服器位址。位址的格式類似 http://192.168.1.5:27701/
problems-ankiweb-address = 這是 AnkiWeb 的位址，不需要輸入。若要與 AnkiWeb 同步，請在上方選擇它。
problems-bad-setting = 設定「{ $key }」不能為 { $value }，因此改用 LAN Sync 的初始值。請在這裡變更並儲存。
problems-no-fitting-wheel = LAN Sync 未附帶適用於此 Anki 所用 Python 的 { $package }，因此伺服器無法啟動。請改用 Anki 下載頁面上的 Anki。
problems-32-bit = 此 Anki 是 32 位元版本，而 LAN Sync 的伺服器需要 64 位元版本。請從 Anki 的下載頁面安裝 64 位元的 Anki。
problems-damaged-wheel = LAN Sync 的檔案 { $path } 遺失或損毀。請重新安裝 LAN Sync。
problems-other = LAN Sync 發生問題：{ $reason }
