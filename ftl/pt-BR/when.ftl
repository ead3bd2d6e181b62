### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

when-just-now = agora mesmo
when-seconds-ago =
    { $count ->
        [one] há { $count } segundo
        [many] há { $count } de segundos
       *[other] há { $count } segundos
    }
when-minutes-ago =
    { $count ->
        [one] há { $count } minuto
        [many] há { $count } de minutos
       *[other] há { $count } minutos
    }
when-hours-ago =
    { $count ->
        [one] há { $count } hora
        [many] há { $count } de horas
       *[other] há { $count } horas
    }
when-moment = { DATETIME($when, dateStyle: "medium", timeStyle: "short") }
when-clock = { DATETIME($time, timeStyle: "short") }
when-day = { DATETIME($day, dateStyle: "medium") }
when-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } s
when-minutes = { $count } min
