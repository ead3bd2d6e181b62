### LAN Sync in Russian. Machine-translated; corrections are welcome.

when-just-now = только что
when-seconds-ago =
    { $count ->
        [one] { $count } секунду назад
        [few] { $count } секунды назад
        [many] { $count } секунд назад
       *[other] { $count } секунды назад
    }
when-minutes-ago =
    { $count ->
        [one] { $count } минуту назад
        [few] { $count } минуты назад
        [many] { $count } минут назад
       *[other] { $count } минуты назад
    }
when-hours-ago =
    { $count ->
        [one] { $count } час назад
        [few] { $count } часа назад
        [many] { $count } часов назад
       *[other] { $count } часа назад
    }
when-moment = { DATETIME($when, dateStyle: "medium", timeStyle: "short") }
when-clock = { DATETIME($time, timeStyle: "short") }
when-day = { DATETIME($day, dateStyle: "medium") }
when-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } с
when-minutes = { $count } мин
