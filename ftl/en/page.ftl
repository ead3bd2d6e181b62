### The page that a phone's browser shows after the QR code of "Connect a phone" was scanned, or when
### somebody opens the address of this computer's sync server.

# Name of the add-on; shown above everything and as the title. Do not translate it.
page-title = LAN Sync
page-heading = Connect this device
# Above the address, the user name and the password, each of which can be copied.
page-intro = Anki on the computer is ready. Copy the following, from top to bottom, into Anki on this device.
# The same, if the page shows the address alone.
page-intro-address = Anki on the computer is ready. Copy its address into Anki on this device.
# Button below each of them.
page-copy = Copy
# The button's text for a moment after it was tapped.
page-copied = Copied
# Instead of user name and password, if the page was opened without the code.
page-password = This page shows the user name and the password only if you open it with the code in Anki on the computer, under Tools > LAN Sync > Connect a phone.
# Instead of user name and password, if the page was opened with a code that is no longer valid.
page-expired = This code has been used or is more than ten minutes old. Show a new one in the window "Connect a phone" on the computer, and scan it.
# Titles of the three lists of steps; AnkiDroid and AnkiMobile are names.
page-ankidroid = Android (AnkiDroid)
page-ankimobile = iPhone, iPad (AnkiMobile)
page-computer = Another computer (Anki)

## AnkiDroid. Please use the words that AnkiDroid itself shows in your language. If the page shows the user name and the password, the second step is the one of the window "Connect a phone".

page-ankidroid-server = In AnkiDroid 2.16 or later, open Settings > Sync > Custom sync server and tap the sync URL. Paste the address and confirm.
page-ankidroid-login = Go back one page, tap "AnkiWeb account", and log in with the user name and password from the computer. If you are logged in to AnkiWeb there, log out first.
page-ankidroid-sync = Tap the sync button. If AnkiDroid asks which collection to keep, "AnkiWeb" means the one on the computer.

## AnkiMobile. Its labels differ between versions, so they are described, not quoted.

page-ankimobile-server = In AnkiMobile's settings, look for the sync settings and the custom sync server there. Paste the address.
page-ankimobile-login = Tap the sync button, and log in with the user name and password from the computer. If you are logged in to AnkiWeb, log out first.
page-ankimobile-network = If the iPhone asks whether Anki may find devices on your local network, allow it. You can change this later in the iPhone's own settings, under Anki.

## Anki on another computer. Please use the words that Anki itself shows in your language.

page-computer-server = In Anki, open Tools > Preferences > Syncing and paste the address into "Self-hosted sync server".
page-computer-login = If you are logged in there, log out; then log in with the user name and password from the first computer.
page-computer-sync = Close the Preferences and click Sync.

## Anki 2.0 and 2.1.0 to 2.1.26. Please use the words that Anki itself shows in your language.

# Title of a list of steps; a part of "Another computer".
page-older = An older Anki
page-older-explained = Anki 2.0 and 2.1.0 to 2.1.26 have no setting for a server. This small add-on provides one, with the address above already in it.
# Link that saves a file.
#   $version: 2.0 or 2.1
page-older-file = Add-on for Anki { $version }
page-older-logout = If Anki is logged in to AnkiWeb, log out in its Preferences first. Then save the file for your Anki.
page-older-20 = Anki 2.0: open Tools > Add-ons > Open Add-ons Folder and put the file there.
# "View Files" is a button.
page-older-21 = Anki 2.1.0 to 2.1.26: open Tools > Add-ons > View Files, make a folder called lan_sync there, and put the file in it. Its name must be __init__.py.
page-older-sync = Restart Anki, click Sync, and log in with the user name and password from the first computer.
page-older-undo = To sync as before, delete the file, restart Anki, and log out in its Preferences.

# At the bottom, in grey.
page-note = This works while Anki is open on the computer and both devices are on the same network, for example the same Wi-Fi.
