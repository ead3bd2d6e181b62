### Words and sizes that appear in many places of LAN Sync.

## Sizes of files and collections. The number is already in the unit's scale, such as 3.4.

# Only for sizes below 1000 bytes.
general-size-bytes =
    { $count ->
        [one] { $count } byte
       *[other] { $count } bytes
    }
# 1 kB is 1000 bytes.
general-size-kilobytes = { NUMBER($size, maximumFractionDigits: 1) } kB
general-size-megabytes = { NUMBER($size, maximumFractionDigits: 1) } MB
general-size-gigabytes = { NUMBER($size, maximumFractionDigits: 1) } GB
