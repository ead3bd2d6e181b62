### The window "Connect a phone": what to type on the phone.

# Title of the window.
pairing-title = Connect a phone
# In front of the list of accounts.
pairing-whose = Whose phone is it?
# Button beside that list: adds an account.
pairing-add = Add...
## What a phone that has cards will be asked. Please use the words of the buttons in AnkiMobile and Anki in your language; AnkiDroid's buttons are called "AnkiDroid" and "AnkiWeb" in every language.

pairing-advice = A phone that already has cards asks once which side to keep; "AnkiWeb" there means this computer. Choose "Upload to AnkiWeb" (in AnkiDroid: "AnkiDroid"). Its cards are merged with the ones here, and nothing is lost.
#   $server: "AnkiWeb", or an address
pairing-advice-past = A phone that already has cards asks once which side to keep; "AnkiWeb" there means this computer. If it has synced with { $server }, tick the box and choose "Download from AnkiWeb" (in AnkiDroid: "AnkiWeb"); otherwise "Upload to AnkiWeb" (in AnkiDroid: "AnkiDroid"). Both sides are merged, and nothing is lost.
# For accounts of other people, whose cards are not in this Anki.
pairing-advice-other = A phone that already has cards asks once which side to keep; "AnkiWeb" there means this computer. On the first device, choose "Upload to AnkiWeb" (in AnkiDroid: "AnkiDroid"), on any other "Download from AnkiWeb" (in AnkiDroid: "AnkiWeb"). What is replaced here is backed up.

## What a phone needs.

# Labels in front of what has to be typed.
pairing-address = Address
pairing-user = User name
pairing-password = Password
# In place of the password of somebody else's account.
pairing-password-unknown = This password is not kept here in readable form. If nobody knows it, make a new one; devices that are signed in stay signed in.
# Button below that sentence.
pairing-new-password = New password
# Followed by other addresses of this computer, each on its own line.
pairing-other-addresses = If the phone cannot connect, use one of these instead:
# Shown below the address while the computer has no other one.
pairing-no-network = This computer is not connected to a network at the moment. Connect it to the one that the phone is on; the address will appear here.
# Shown below the address if a setting keeps phones out.
pairing-only-this-computer = LAN Sync accepts connections only from this computer, so phones cannot reach it. In Tools > LAN Sync > Settings, set "{ settings-allow }" to "{ settings-allow-my-networks }".
#   $address: a numeric address
pairing-not-private = This computer has a public address here ({ $address }), and LAN Sync accepts connections only from private networks. In Tools > LAN Sync > Settings, set "{ settings-allow }" to "{ settings-allow-everyone }".
# Shown below the address if phones have another one.
#   $address: the former address, such as http://192.168.1.20:27701/
pairing-address-changed = This computer's address has changed: it was { $address } when a phone last connected. Type the new address on your phones.
# Below the QR code.
pairing-scan = Scan this with the phone's camera and copy everything there.
# Instead of the QR code.
pairing-code-used = The code has been used or is more than ten minutes old.
# Button below that sentence.
pairing-new-code = New code
# Buttons that show and hide the password.
pairing-show = Show
pairing-hide = Hide
# Box to tick.
#   $server: "AnkiWeb", or an address
pairing-past = This phone has synced with { $server } before and has cards from this profile

## The line that changes while the window is open.

# The phone has not connected yet.
pairing-waiting = Waiting for your phone...
#   $device: the app and its version, such as AnkiDroid 2.23, or the name a person gave the device
#   $ago: how long ago, such as "3 seconds ago"
pairing-signed-in = { $device } has signed in ({ $ago }). Now sync on it.
pairing-connected = { $device } has reached this computer ({ $ago }). If it asks which side to keep, choose as the text above says.
pairing-in-sync = { $device } is in sync with this computer ({ $ago }).
#   $what: such as "waiting until you finish reviewing"
pairing-not-in-anki = { $device } has synced ({ $ago }), but Anki does not show it yet: { $what }.
pairing-refused = { $device } tried a wrong user name or password ({ $ago }). Compare them with the ones above.
pairing-failed = { $device } could not finish its sync ({ $ago }). Try again there; see Devices and activity for details.
# Button beside that line: looks for the reason why a phone cannot connect.
pairing-check = Phone can't connect?

## Tabs

# Titles of the tabs; AnkiDroid and AnkiMobile are names.
pairing-ankidroid = Android (AnkiDroid)
pairing-ankimobile = iPhone, iPad (AnkiMobile)
pairing-computer = Another computer

## AnkiDroid. Please use the words that AnkiDroid itself shows in your language.

pairing-ankidroid-server = In AnkiDroid 2.16 or later, open Settings > Sync > Custom sync server, tap the sync URL, and enter the address above.
pairing-ankidroid-login = Go back one page, tap "AnkiWeb account", and log in with the user name and password above. If you are logged in to AnkiWeb there, log out first.
pairing-ankidroid-sync = Tap the sync button. If AnkiDroid asks which collection to keep, "AnkiWeb" means the one on this computer.

## AnkiMobile. Its labels differ between versions, so they are described, not quoted.

pairing-ankimobile-server = In AnkiMobile's settings, look for the sync settings and the custom sync server there, and enter the address above.
pairing-ankimobile-login = Tap the sync button, and log in with the user name and password above. If you are logged in to AnkiWeb, log out first.
pairing-ankimobile-network = If the iPhone asks whether Anki may find devices on your local network, allow it. You can change this later in the iPhone's own settings, under Anki.

## Anki on another computer. Please use the words that Anki itself shows in your language.

pairing-computer-server = On the other computer, open Tools > Preferences > Syncing and enter the address above in "Self-hosted sync server".
pairing-computer-login = If you are logged in there, log out; then log in with the user name and password above.
pairing-computer-sync = Close the Preferences and click Sync.
pairing-computer-older = Versions of Anki before 2.1.57 do not have that field. For Anki 2.1.28 to 2.1.56, install LAN Sync on that computer, too. For Anki 2.0 to 2.1.26, open the address in a browser there and follow the steps under "{ page-older }".

# Shown in grey at the bottom.
pairing-note = Phones can sync while Anki is open on this computer and both are on the same network, for example the same Wi-Fi.
