### The line that shows the progress of a device's sync.

#   $device: its name
#   $size: what has arrived so far, such as "12.4 MB"
running-uploading = { $device } is uploading its whole collection: { $size } so far.
running-downloading = { $device } is downloading the whole collection: { $size } so far.
# Sounds and pictures.
#   $received-size, $sent-size: such as "12.4 MB"
running-media = { $device } is syncing media: { NUMBER($received-count) } files received ({ $received-size }), { NUMBER($sent-count) } sent ({ $sent-size }).
# Cards, notes, reviews and the like.
running-comparing = { $device } is syncing: { NUMBER($received-count) } received, { NUMBER($sent-count) } sent.
