### Machine-translated from English; corrections by native speakers are welcome.
restoring-question = 要回到這個備份嗎？現在的內容會先備份，因此可以復原。
restoring-backup = { $date } 的備份
restoring-anki = Anki 中的集合會變得相同。Anki 下次同步時，其伺服器會收到這些變更；如果詢問保留哪一方，請選擇上傳。
restoring-devices = 下次同步時，{ $user } 的每台裝置都會詢問要保留哪一方：請選擇「從 AnkiWeb 下載」（AnkiDroid 中為「AnkiWeb」）。
restoring-restore = 還原
restoring-done = 備份已還原。
