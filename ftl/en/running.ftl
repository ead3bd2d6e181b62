### The line that shows the progress of a device's sync.

#   $device: its name
#   $size: what has arrived so far, such as "12.4 MB"
running-uploading = { $device } is uploading its whole collection: { $size } so far.
running-downloading = { $device } is downloading the whole collection: { $size } so far.
# Sounds and pictures.
#   $received-size, $sent-size: such as "12.4 MB"
running-media = { $device } is syncing media: { NUMBER($received-count) } files from it ({ $received-size }), { NUMBER($sent-count) } from this computer ({ $sent-size }).
# Cards, notes, reviews and the like.
running-comparing = { $device } is syncing: { NUMBER($received-count) } changes from it, { NUMBER($sent-count) } from this computer.
