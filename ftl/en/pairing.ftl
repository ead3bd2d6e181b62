### The window "Connect a phone": what to type on the phone.

# Title of the window.
pairing-title = Connect a phone
pairing-intro = Type this on your phone once. After that, its sync button syncs with Anki on this computer.
# Labels in front of what has to be typed.
pairing-address = Address
pairing-user = User name
pairing-password = Password
# Followed by other addresses of this computer, each on its own line.
pairing-other-addresses = If the phone cannot connect, use one of these instead:
# Button: puts the text beside it into the clipboard.
pairing-copy = Copy
# The button's text for a moment after it was clicked.
pairing-copied = Copied
# Buttons that show and hide the password.
pairing-show = Show
pairing-hide = Hide
# Titles of the tabs; AnkiDroid and AnkiMobile are names.
pairing-ankidroid = Android (AnkiDroid)
pairing-ankimobile = iPhone, iPad (AnkiMobile)
pairing-computer = Another computer

## AnkiDroid. Please use the words that AnkiDroid itself shows in your language.

pairing-ankidroid-server = In AnkiDroid 2.16 or later, open Settings > Sync > Custom sync server, tap "Sync url", and type the address.
pairing-ankidroid-login = Go back one page, tap "AnkiWeb account", and log in with the user name and password above. If you are logged in to AnkiWeb there, log out first.
pairing-ankidroid-sync = Tap the sync button. If AnkiDroid asks which collection to keep, "AnkiWeb" means the one on this computer.

## AnkiMobile. Its labels differ between versions, so they are described, not quoted.

pairing-ankimobile-server = In AnkiMobile's settings, look for the sync settings and the custom sync server there, and type the address.
pairing-ankimobile-login = Tap the sync button, and log in with the user name and password above. If you are logged in to AnkiWeb, log out first.
pairing-ankimobile-network = If the iPhone asks whether Anki may find devices in your local network, allow it. You can change that later in the iPhone's own settings, under Anki.

## Anki on another computer. Please use the words that Anki itself shows in your language.

pairing-computer-server = On the other computer, open Tools > Preferences > Syncing and type the address into "Self-hosted sync server".
pairing-computer-login = If you are logged in there, log out; then log in with the user name and password above.
pairing-computer-sync = Close the Preferences and click Sync.

# Shown in grey at the bottom.
pairing-note = Phones can sync while Anki is open on this computer and both are in the same network, for example the same Wi-Fi.
