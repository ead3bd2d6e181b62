### Machine-translated from English; corrections by native speakers are welcome.

when-just-now = たった今
when-seconds-ago = { $count } 秒前
when-minutes-ago = { $count } 分前
when-hours-ago = { $count } 時間前
when-moment = { DATETIME($when, dateStyle: "medium", timeStyle: "short") }
when-clock = { DATETIME($time, timeStyle: "short") }
when-day = { DATETIME($day, dateStyle: "medium") }
when-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } 秒
when-minutes = { $count } 分
