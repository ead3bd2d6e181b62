### LAN Sync in Polish. Machine-translated; corrections are welcome.

general-size-bytes =
    { $count ->
        [one] { $count } bajt
        [few] { $count } bajty
        [many] { $count } bajtów
       *[other] { $count } bajta
    }
general-size-kilobytes = { NUMBER($size, maximumFractionDigits: 1) } kB
general-size-megabytes = { NUMBER($size, maximumFractionDigits: 1) } MB
general-size-gigabytes = { NUMBER($size, maximumFractionDigits: 1) } GB
