### The coloured dot below the deck list; these are the words shown when the mouse is over it.

# Green: everything is ready.
status-on = LAN Sync: your phones can sync with this computer.
# Blue, while a phone syncs.
#   $device: its name
status-syncing = LAN Sync: { $device } is syncing.
# Yellow: the computer is in another network, or got another address in it.
#   $former, $address: such as http://192.168.1.20:27701/
status-address-changed = LAN Sync: this computer's address was { $former } and is now { $address }. Type the new one on your phones.
# Red.
#   $reason: one or more sentences about what is wrong
status-problem = LAN Sync is paused. { $reason }
