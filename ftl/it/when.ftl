### LAN Sync in Italian. Machine-translated; corrections are welcome.

when-just-now = proprio ora
when-seconds-ago =
    { $count ->
        [one] { $count } secondo fa
        [many] { $count } di secondi fa
       *[other] { $count } secondi fa
    }
when-minutes-ago =
    { $count ->
        [one] { $count } minuto fa
        [many] { $count } di minuti fa
       *[other] { $count } minuti fa
    }
when-hours-ago =
    { $count ->
        [one] { $count } ora fa
        [many] { $count } di ore fa
       *[other] { $count } ore fa
    }
when-moment = { DATETIME($when, dateStyle: "medium", timeStyle: "short") }
when-clock = { DATETIME($time, timeStyle: "short") }
when-day = { DATETIME($day, dateStyle: "medium") }
when-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } s
when-minutes = { $count } min
