### The coloured dot below the deck list; this text is shown when the mouse is over it.

# Green: everything is ready.
status-on = LAN Sync: your phones can sync with this computer.
# Blue, while a phone syncs.
#   $device: its name
status-syncing = LAN Sync: { $device } is syncing.
# Blue: something that a phone has sent is not in Anki yet.
#   $what: such as "waiting until you finish reviewing"
status-waiting = LAN Sync: changes from your phones are { $what }.
# Yellow: a click on the dot opens the question.
status-question = LAN Sync needs an answer before your phones and Anki can be in sync again. Click here to give it.
#   $device: the name of a phone
#   $user: whose copy on this computer it is
#   $before, $now: how many cards it had and has
status-replaced = { $device } has replaced { $user }'s copy: { NUMBER($before) } cards before, { NUMBER($now) } now. Click to choose.
# Red.
#   $reason: a sentence about what is wrong
status-apart = Anki and your phones' copy could not be merged; neither has changed. { $reason }
# Red.
status-media-missing = This profile's media folder is missing or cannot be read, so your phones cannot sync sounds and pictures. Check that the folder and its disk are there.
# Yellow: the computer is on another network, or has a new address.
#   $former, $address: such as http://192.168.1.20:27701/
status-address-changed = LAN Sync: this computer's address has changed from { $former } to { $address }. Type the new one on your phones.
# Red.
#   $reason: one or more sentences about what is wrong
status-problem = Phones cannot sync with this computer. { $reason }
# Yellow.
#   $reason: the operating system's words, often in English
status-no-backup = Your phones can sync, but their copy cannot be backed up ({ $reason }). Check that the disk is not full.
