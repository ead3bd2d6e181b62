### LAN Sync in Russian. Machine-translated; corrections are welcome.

general-size-bytes =
    { $count ->
        [one] { $count } байт
        [few] { $count } байта
        [many] { $count } байт
       *[other] { $count } байта
    }
general-size-kilobytes = { NUMBER($size, maximumFractionDigits: 1) } кБ
general-size-megabytes = { NUMBER($size, maximumFractionDigits: 1) } МБ
general-size-gigabytes = { NUMBER($size, maximumFractionDigits: 1) } ГБ
