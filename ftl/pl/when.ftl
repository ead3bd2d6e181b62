### LAN Sync in Polish. Machine-translated; corrections are welcome.

when-just-now = przed chwilą
when-seconds-ago =
    { $count ->
        [one] { $count } sekundę temu
        [few] { $count } sekundy temu
        [many] { $count } sekund temu
       *[other] { $count } sekundy temu
    }
when-minutes-ago =
    { $count ->
        [one] { $count } minutę temu
        [few] { $count } minuty temu
        [many] { $count } minut temu
       *[other] { $count } minuty temu
    }
when-hours-ago =
    { $count ->
        [one] { $count } godzinę temu
        [few] { $count } godziny temu
        [many] { $count } godzin temu
       *[other] { $count } godziny temu
    }
when-moment = { DATETIME($when, dateStyle: "medium", timeStyle: "short") }
when-clock = { DATETIME($time, timeStyle: "short") }
when-day = { DATETIME($day, dateStyle: "medium") }
when-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } s
when-minutes = { $count } min
