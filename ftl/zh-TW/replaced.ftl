### Machine-translated from English; corrections by native speakers are welcome.
replaced-question = { $device } 已用自己的集合取代了這台電腦上 { $user } 的副本。先前的副本已備份。你要在這裡保留哪一個？
replaced-before = 先前的副本
replaced-now = 目前的副本
replaced-keep = 保留目前的
replaced-bring-back = 恢復先前的
replaced-done = 已恢復先前的副本。下次同步時，{ $user } 的每台裝置都會詢問要保留哪一方：請選擇「從 AnkiWeb 下載」（AnkiDroid 中為「AnkiWeb」）。
replaced-undo = 復原
