### Machine-translated from English; corrections by native speakers are welcome.

when-just-now = ממש עכשיו
when-seconds-ago =
    { $count ->
        [one] לפני שנייה
        [two] לפני שתי שניות
       *[other] לפני { $count } שניות
    }
when-minutes-ago =
    { $count ->
        [one] לפני דקה
        [two] לפני שתי דקות
       *[other] לפני { $count } דקות
    }
when-hours-ago =
    { $count ->
        [one] לפני שעה
        [two] לפני שעתיים
       *[other] לפני { $count } שעות
    }
when-moment = { DATETIME($when, dateStyle: "medium", timeStyle: "short") }
when-clock = { DATETIME($time, timeStyle: "short") }
when-day = { DATETIME($day, dateStyle: "medium") }
when-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } שנ׳
when-minutes = { $count } דק׳
