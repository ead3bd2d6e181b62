### Machine-translated from English; corrections by native speakers are welcome.

general-size-bytes =
    { $count ->
        [one] בית אחד
        [two] { $count } בתים
       *[other] { $count } בתים
    }
general-size-kilobytes = { NUMBER($size, maximumFractionDigits: 1) } ק״ב
general-size-megabytes = { NUMBER($size, maximumFractionDigits: 1) } מ״ב
general-size-gigabytes = { NUMBER($size, maximumFractionDigits: 1) } ג״ב
