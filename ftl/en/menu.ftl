### The menu Tools > LAN Sync.

# Name of the add-on and of its submenu; "LAN" is the local network. Also the title of messages.
menu-title = LAN Sync
# Menu entry with a tick: phones on the same network sync with Anki on this computer.
menu-toggle = Sync phones with this computer
# Menu entry with a tick, below the first one: the profile's own sync goes to another server.
#   $address: the address of the server, such as http://192.168.1.5:27701/
menu-elsewhere = Sync this profile with { $address }
# The same menu entry, if this Anki is too old to be a server.
#   $version: the first version that can be one, such as 2.1.50
menu-toggle-too-old = Sync phones with this computer (needs Anki { $version } or newer)
# Menu entry; opens a window that shows what to type on a phone.
menu-connect = Connect a phone...
# Menu entry; opens a window with the phones that sync with this computer and what they did.
menu-devices = Devices and activity...
# Menu entry; opens the settings of the add-on.
menu-settings = Settings...
# Menu entry, shown only when the server could not start.
menu-try-again = Try starting again
