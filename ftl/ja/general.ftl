### Machine-translated from English; corrections by native speakers are welcome.

general-size-bytes = { $count } バイト
general-size-kilobytes = { NUMBER($size, maximumFractionDigits: 1) } kB
general-size-megabytes = { NUMBER($size, maximumFractionDigits: 1) } MB
general-size-gigabytes = { NUMBER($size, maximumFractionDigits: 1) } GB
