### Machine-translated from English; corrections by native speakers are welcome.

general-size-bytes =
    { $count ->
        [zero] { $count } بايت
        [one] بايت واحد
        [two] بايتان
        [few] { $count } بايتات
        [many] { $count } بايتًا
       *[other] { $count } بايت
    }
general-size-kilobytes = { NUMBER($size, maximumFractionDigits: 1) } ك.ب
general-size-megabytes = { NUMBER($size, maximumFractionDigits: 1) } م.ب
general-size-gigabytes = { NUMBER($size, maximumFractionDigits: 1) } غ.ب
