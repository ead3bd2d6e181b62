### LAN Sync in French. Machine-translated; corrections are welcome.

when-just-now = à l’instant
when-seconds-ago =
    { $count ->
        [one] il y a { $count } seconde
        [many] il y a { $count } de secondes
       *[other] il y a { $count } secondes
    }
when-minutes-ago =
    { $count ->
        [one] il y a { $count } minute
        [many] il y a { $count } de minutes
       *[other] il y a { $count } minutes
    }
when-hours-ago =
    { $count ->
        [one] il y a { $count } heure
        [many] il y a { $count } d’heures
       *[other] il y a { $count } heures
    }
when-moment = { DATETIME($when, dateStyle: "medium", timeStyle: "short") }
when-clock = { DATETIME($time, timeStyle: "short") }
when-day = { DATETIME($day, dateStyle: "medium") }
when-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } s
when-minutes = { $count } min
