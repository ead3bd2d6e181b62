### The page that a phone's browser shows when it opens the address of this computer's sync server.

# Heading and title of the page. LAN Sync is the add-on's name; do not translate it.
page-title = LAN Sync
# Stands above the address of this computer, for example http://192.168.1.20:27701/
page-running = Anki on this computer is ready to sync. Copy this address:
# Stands below the address.
page-steps = In Anki on your phone, enter it as the custom sync server, then log in with the user name and password that Anki on the computer shows under Tools > LAN Sync > Connect a phone.
