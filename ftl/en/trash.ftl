### The window with sounds and pictures that were deleted or replaced.

trash-title = Deleted media
trash-explained = Sounds and pictures that devices deleted or replaced are kept here for 30 days, up to 1 GiB. What you put back goes to all devices at their next sync.
# Headings of the list.
trash-file = File
trash-since = Deleted or replaced
# Button.
trash-put-back = Put back
#   $count: how many files
trash-done =
    { $count ->
        [one] { $count } file is back.
       *[other] { $count } files are back.
    }
# Instead of the list.
trash-empty = No media has been deleted or replaced.
