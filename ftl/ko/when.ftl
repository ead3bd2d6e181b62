### Machine-translated from English; corrections by native speakers are welcome.

when-just-now = 방금
when-seconds-ago = { $count }초 전
when-minutes-ago = { $count }분 전
when-hours-ago = { $count }시간 전
when-moment = { DATETIME($when, dateStyle: "medium", timeStyle: "short") }
when-clock = { DATETIME($time, timeStyle: "short") }
when-day = { DATETIME($day, dateStyle: "medium") }
when-seconds = { NUMBER($seconds, maximumFractionDigits: 1) }초
when-minutes = { $count }분
