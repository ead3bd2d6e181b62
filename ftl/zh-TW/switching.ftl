### Machine-translated from English; corrections by native speakers are welcome.

switching-preparing = 正在準備與手機同步...
switching-copying = 正在為手機複製你的集合...
switching-closing = 還有裝置正在與這台電腦同步。Anki 會等它完成，最多幾秒鐘。
switching-off-done = 手機不再與這台電腦同步。此設定檔的同步對象沒有改變。
switching-back-done = Anki 會像先前一樣同步，可能會詢問一次要保留哪一方的資料。
switching-left = 此設定檔的同步帳號或伺服器已在 Anki 的偏好設定中或被其他附加元件變更，因此此設定檔將依照變更後的設定同步。手機照常與這台電腦同步。
switching-config-later = 新設定已儲存。由於正在同步或偏好設定開著，新設定將在你下次打開此設定檔時生效。
switching-use-port = 使用連線埠 { $port }
switching-cancel = 取消
switching-cards = 卡片
switching-notes = 筆記
switching-reviews = 複習
switching-number = { NUMBER($count) }
switching-side-anki = Anki 中的此設定檔
switching-side-phones = 這台電腦上供手機使用的副本
switching-elsewhere = 從現在起，此設定檔將與 { $server } 同步。首次同步時，很可能需要用一方取代另一方；屆時 Anki 會詢問要保留哪一方。
switching-elsewhere-after = Anki 在詢問中所說的「AnkiWeb」指的就是該伺服器。如果選擇下載，Anki 會先備份此設定檔。如果選擇上傳，伺服器上的資料會被取代。你目前的登入資訊會保留，切換回來時即還原。手機照常與這台電腦同步。
switching-elsewhere-ok = 與該伺服器同步
switching-back = 此設定檔將恢復與 { $server } 同步，並使用原本的登入帳號 { $user }。下次同步時，很可能需要用一方取代另一方；屆時 Anki 會詢問要保留哪一方。
switching-back-after = 若要保留現在 Anki 中的內容，請選擇上傳。手機照常與這台電腦同步。
switching-back-ok = 切換回去
switching-delete-data = 所有設定檔供手機使用的副本（卡片、媒體和備份）位於 { $path }。要保留它們嗎？無論選擇哪一項，你在 Anki 中的集合都不受影響。
switching-delete-keep = 保留
switching-delete-trash = 移到垃圾桶
switching-delete-failed = 無法將手機的資料移到垃圾桶（{ $reason }）。資料仍在原處，你可以手動刪除該資料夾。
