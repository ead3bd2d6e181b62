### The coloured dot below the deck list; these are the words shown when the mouse is over it.

# Green: everything is ready.
status-on = LAN Sync: your phones can sync with this computer.
# Blue, while a phone syncs.
#   $device: its name
status-syncing = LAN Sync: { $device } is syncing.
# Red.
#   $reason: one or more sentences about what is wrong
status-problem = LAN Sync is paused. { $reason }
