### LAN Sync in German. Machine-translated; corrections are welcome.

general-size-bytes =
    { $count ->
        [one] { $count } Byte
       *[other] { $count } Byte
    }
general-size-kilobytes = { NUMBER($size, maximumFractionDigits: 1) } kB
general-size-megabytes = { NUMBER($size, maximumFractionDigits: 1) } MB
general-size-gigabytes = { NUMBER($size, maximumFractionDigits: 1) } GB
