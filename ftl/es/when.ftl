### LAN Sync in Spanish. Machine-translated; corrections are welcome.

when-just-now = ahora mismo
when-seconds-ago =
    { $count ->
        [one] hace { $count } segundo
        [many] hace { $count } de segundos
       *[other] hace { $count } segundos
    }
when-minutes-ago =
    { $count ->
        [one] hace { $count } minuto
        [many] hace { $count } de minutos
       *[other] hace { $count } minutos
    }
when-hours-ago =
    { $count ->
        [one] hace { $count } hora
        [many] hace { $count } de horas
       *[other] hace { $count } horas
    }
when-moment = { DATETIME($when, dateStyle: "medium", timeStyle: "short") }
when-clock = { DATETIME($time, timeStyle: "short") }
when-day = { DATETIME($day, dateStyle: "medium") }
when-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } s
when-minutes = { $count } min
