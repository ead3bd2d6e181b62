### Machine-translated from English; corrections by native speakers are welcome.
trash-title = 已刪除的媒體
trash-explained = 裝置刪除或取代的聲音和圖片會在這裡保留 30 天，最多 1 GiB。你放回的檔案會在下次同步時傳到所有裝置。
trash-file = 檔案
trash-since = 刪除或取代時間
trash-put-back = 放回
trash-done = 已放回 { NUMBER($count) } 個檔案。
trash-empty = 沒有媒體被刪除或取代。
