### LAN Sync in German. Machine-translated; corrections are welcome.

when-just-now = gerade eben
when-seconds-ago =
    { $count ->
        [one] vor { $count } Sekunde
       *[other] vor { $count } Sekunden
    }
when-minutes-ago =
    { $count ->
        [one] vor { $count } Minute
       *[other] vor { $count } Minuten
    }
when-hours-ago =
    { $count ->
        [one] vor { $count } Stunde
       *[other] vor { $count } Stunden
    }
when-moment = { DATETIME($when, dateStyle: "medium", timeStyle: "short") }
when-clock = { DATETIME($time, timeStyle: "short") }
when-day = { DATETIME($day, dateStyle: "medium") }
when-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } s
when-minutes = { $count } min
