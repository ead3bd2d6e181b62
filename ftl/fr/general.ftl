### LAN Sync in French. Machine-translated; corrections are welcome.

general-size-bytes =
    { $count ->
        [one] { $count } octet
        [many] { $count } d’octets
       *[other] { $count } octets
    }
general-size-kilobytes = { NUMBER($size, maximumFractionDigits: 1) } ko
general-size-megabytes = { NUMBER($size, maximumFractionDigits: 1) } Mo
general-size-gigabytes = { NUMBER($size, maximumFractionDigits: 1) } Go
