### Machine-translated from English; corrections by native speakers are welcome.
restoring-question = 要回到这个备份吗？现在的内容会先备份，因此可以撤销。
restoring-backup = { $date } 的备份
restoring-anki = Anki 中的集合会变得相同。Anki 下次同步时，其服务器会收到这些更改；如果询问保留哪一方，请选择上传。
restoring-devices = 下次同步时，{ $user } 的每台设备都会询问保留哪一方：请选择“从 AnkiWeb 下载”（AnkiDroid 中为“AnkiWeb”）。
restoring-restore = 恢复
restoring-done = 备份已恢复。
