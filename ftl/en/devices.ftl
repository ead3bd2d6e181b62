### The window "Devices and activity": the phones and computers that sync with this computer.

# Title of the window.
devices-title = Devices and activity
# Title of the tab with the table of devices.
devices-tab = Devices

## Headings of the table, which has one row for each device.

devices-name = Device
# The app the device syncs with, and its version.
devices-app = App
# The account it syncs with; shown only if there are several.
devices-user = User
devices-last-seen = Last seen
devices-last-sync = Last sync
# When the device signed in for the first time.
devices-added = Added
# In the column "Last seen".
#   $ago: how long ago, such as "3 seconds ago"
#   $address: where in the network, such as 192.168.1.20
devices-seen-at = { $ago }, { $address }
# In the column "Last sync", if somebody tried wrong user names or passwords since then: how many, from where, and when the last one was.
devices-refused-from = Refused sign-ins: { NUMBER($count) } from { $address }, { $ago }
# The same, if there were so many that the next one is checked only after a wait.
#   $refused: the text above
devices-slowed = { $refused }; has to wait
# In the column "Last sync".
devices-never-synced = Not yet
# The same, if the device has looked at what is here, but neither uploaded nor downloaded its cards.
devices-asked = Not yet: if it asks which side to keep, answer there
# In the column "Last sync"; what went wrong is shown when the mouse is over it.
devices-failed = The last attempt failed
# In the column "Last sync".
#   $ago: how long ago, such as "3 seconds ago"
#   $what: such as "42 reviews"
devices-synced = { $ago }: { $what }
# What came from the device.
devices-reviews =
    { $count ->
        [one] { $count } review
       *[other] { $count } reviews
    }
# Cards, notes, decks and the like.
devices-changes =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
#   $duration: such as "1.2 s"
#   $size: of the whole collection, such as "12.4 MB"
devices-uploaded = { $ago }: uploaded its whole collection ({ $size }, in { $duration })
devices-downloaded = { $ago }: downloaded the whole collection ({ $size }, in { $duration })
# In the column "Last sync".
#   $sync: one of the three above
#   $time: such as "10:32"
devices-in-anki = { $sync }, in Anki since { $time }
#   $what: such as "waiting until you finish reviewing"
devices-not-in-anki = { $sync }, { $what }

## Below the table

devices-hint = Double-click a device to rename it.
# Button: after too many wrong passwords, nobody has to wait any longer before the next one.
devices-forgive = Let everyone try again
# Button: lets the person type another name for the device.
devices-rename = Rename
# Button: removes a device.
devices-remove = Remove this device...
#   $device: its name
devices-remove-question = Remove { $device }? It will not be able to sync with this computer until somebody signs in on it again. It keeps its cards, other devices are not affected, and everything it has synced stays here.
# Box to tick, with that question.
#   $user: the account that the device syncs with
devices-remove-password = Also make a new password for { $user }: whoever has the device may know the current one
# Button that does it.
devices-remove-now = Remove this device
# Afterwards, if the box was ticked.
#   $password: such as "abcd efgh jkmn pqrs"
devices-new-password = The new password for { $user } is { $password }. Devices that are signed in keep syncing; the window "{ pairing-title }" shows it, too.
# Shown until the sizes are known.
devices-counting-storage = Calculating how much disk space is used...
#   $total, $collection, $media, $backups: sizes such as "12.4 MB"
devices-storage = { $total } on disk: collections { $collection }, media { $media }, backups and deleted media { $backups }
#   $reason: the operating system's words, often in English
devices-no-storage = The data folder cannot be read ({ $reason }).
# Button: opens the folder with the server's data in the file manager.
devices-open-folder = Open folder
