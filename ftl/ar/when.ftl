### Machine-translated from English; corrections by native speakers are welcome.

when-just-now = الآن
when-seconds-ago =
    { $count ->
        [zero] منذ { $count } ثانية
        [one] منذ ثانية واحدة
        [two] منذ ثانيتين
        [few] منذ { $count } ثوانٍ
        [many] منذ { $count } ثانية
       *[other] منذ { $count } ثانية
    }
when-minutes-ago =
    { $count ->
        [zero] منذ { $count } دقيقة
        [one] منذ دقيقة واحدة
        [two] منذ دقيقتين
        [few] منذ { $count } دقائق
        [many] منذ { $count } دقيقة
       *[other] منذ { $count } دقيقة
    }
when-hours-ago =
    { $count ->
        [zero] منذ { $count } ساعة
        [one] منذ ساعة واحدة
        [two] منذ ساعتين
        [few] منذ { $count } ساعات
        [many] منذ { $count } ساعة
       *[other] منذ { $count } ساعة
    }
when-moment = { DATETIME($when, dateStyle: "medium", timeStyle: "short") }
when-clock = { DATETIME($time, timeStyle: "short") }
when-day = { DATETIME($day, dateStyle: "medium") }
when-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } ث
when-minutes = { $count } د
