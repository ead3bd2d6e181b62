### Machine-translated from English; corrections by native speakers are welcome.

when-just-now = az önce
when-seconds-ago =
    { $count ->
        [one] { $count } saniye önce
       *[other] { $count } saniye önce
    }
when-minutes-ago =
    { $count ->
        [one] { $count } dakika önce
       *[other] { $count } dakika önce
    }
when-hours-ago =
    { $count ->
        [one] { $count } saat önce
       *[other] { $count } saat önce
    }
when-moment = { DATETIME($when, dateStyle: "medium", timeStyle: "short") }
when-clock = { DATETIME($time, timeStyle: "short") }
when-day = { DATETIME($day, dateStyle: "medium") }
when-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } sn
when-minutes = { $count } dk
