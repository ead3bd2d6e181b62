### Machine-translated from English; corrections by native speakers are welcome.
replaced-question = { $device } 已用自己的集合替换了此电脑上 { $user } 的副本。之前的副本已备份。您要在这里保留哪一个？
replaced-before = 之前的副本
replaced-now = 当前的副本
replaced-keep = 保留当前的
replaced-bring-back = 恢复之前的
replaced-done = 已恢复之前的副本。下次同步时，{ $user } 的每台设备都会询问保留哪一方：请选择“从 AnkiWeb 下载”（AnkiDroid 中为“AnkiWeb”）。
replaced-undo = 撤销
