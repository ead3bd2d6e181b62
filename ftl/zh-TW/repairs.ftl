### Machine-translated from English; corrections by native speakers are welcome.
repairs-nothing = 手機的副本沒有問題。
repairs-done = 發現並已修復：
repairs-cards-without-note = 已移除沒有筆記的卡片：{ NUMBER($count) } 張
repairs-notes-without-cards = 已移除沒有卡片的筆記：{ NUMBER($count) } 則
repairs-graves = 已移除錯誤的刪除記錄：{ NUMBER($count) } 則
repairs-media-added = 已將缺漏的媒體檔案加入清單：{ NUMBER($count) } 個（{ $names }）
repairs-media-lost = 缺少的媒體檔案，擁有它們的裝置會重新傳送：{ NUMBER($count) } 個（{ $names }）
repairs-media-damaged = 損壞的媒體檔案，擁有它們的裝置會重新傳送：{ NUMBER($count) } 個（{ $names }）
repairs-miscounted = 已更正媒體檔案的數量。
repairs-backed-up = 副本已事先備份。
