### Machine-translated from English; corrections by native speakers are welcome.

bridging-reviews-from = 來自 { $device } 的 { $count } 次複習
bridging-changes-from = 來自 { $device } 的 { $count } 項變更
bridging-collection-from = { $device } 的集合已進入 Anki
bridging-taking-over = 正在匯入手機帶來的資料…
bridging-waiting-review = 正在等待你完成複習
bridging-waiting-dialog = 正在等待你關閉開啟的視窗
bridging-waiting-answer = 正在等待你回答 Anki 的問題
bridging-waiting-phone = 正在等待手機完成
bridging-waiting-anki = 正在等待 Anki 完成
bridging-pairing = 這台電腦上供手機使用的副本中已有卡片，此設定檔中也有。兩者從未合併過。手機應與哪一方同步？
bridging-pairing-from-anki = 用此設定檔重新建立副本
bridging-both-schemas = Anki 和手機上都變更了筆記類型或欄位，因此兩者無法合併。要保留哪一方？
bridging-store-replaced = 有手機用自己的集合取代了供手機使用的副本。Anki 中有而副本中沒有的卡片：{ NUMBER($count) } 張。該如何處理？
bridging-take-over = 採用到 Anki
bridging-put-back = 還原 Anki 中的資料
bridging-collection-replaced = Anki 中的集合已被單向同步或備份取代。在此之前所做、仍在手機副本中的變更：{ NUMBER($count) } 項。要放入 Anki 嗎？
bridging-keep-waiting = 保留這些變更
bridging-drop = 捨棄這些變更
bridging-keep-phones = 保留供手機使用的副本
bridging-keep-anki = 保留 Anki 中的資料
bridging-keep-both = 合併雙方
bridging-backed-up = 被取代的一方會先備份，標有今天的日期。之後手機可能會詢問一次要保留哪一方，請選擇「下載」。
bridging-media-gone = 此設定檔的媒體資料夾中，{ NUMBER($total) } 個檔案裡有 { NUMBER($count) } 個不見了。如果並非要刪除，請檢查該資料夾及其磁碟是否存在；在此期間手機會保留自己的檔案。也要在手機上刪除嗎？
bridging-media-delete = 刪除
bridging-moved = LAN Sync 今後不再改動此設定檔本身的同步：Anki 重新以 { $user } 的身分與 { $server } 同步，手機繼續與這台電腦同步。雙方的資料已合併並備份。下次同步時，{ $server } 可能會詢問一次要保留哪一方：請選擇上傳。
bridging-moved-without-login = LAN Sync 今後不再改動此設定檔本身的同步，手機繼續與這台電腦同步。雙方的資料已合併並備份。
