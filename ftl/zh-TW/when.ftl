### Machine-translated from English; corrections by native speakers are welcome.

when-just-now = 剛剛
when-seconds-ago = { $count } 秒前
when-minutes-ago = { $count } 分鐘前
when-hours-ago = { $count } 小時前
when-moment = { DATETIME($when, dateStyle: "medium", timeStyle: "short") }
when-clock = { DATETIME($time, timeStyle: "short") }
when-day = { DATETIME($day, dateStyle: "medium") }
when-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } 秒
when-minutes = { $count } 分鐘
