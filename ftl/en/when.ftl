### Times and durations.

# Less than two seconds ago.
when-just-now = just now
when-seconds-ago =
    { $count ->
        [one] { $count } second ago
       *[other] { $count } seconds ago
    }
when-minutes-ago =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
when-hours-ago =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
# Date and time, for anything more than a day ago.
when-moment = { DATETIME($when, dateStyle: "medium", timeStyle: "short") }
# A time of day.
when-clock = { DATETIME($time, timeStyle: "short") }
# A date alone.
when-day = { DATETIME($day, dateStyle: "medium") }
# How long something took; "s" stands for seconds.
when-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } s
# How long something took; "min" stands for minutes.
when-minutes = { $count } min
