### The settings dialog.

settings-title = LAN Sync settings
settings-save = Save
settings-cancel = Cancel
# Button: opens Anki's own editor for the settings as JSON text.
settings-as-text = Edit as text...
settings-save-first = You have made changes here. Save or cancel them first, then edit the settings as text.
#   $profile: the name of the open profile
settings-phones = Let phones sync with the profile "{ $profile }" on this computer
settings-phones-explained = Phones and Anki then stay in sync. Where the profile itself syncs does not change.

## Where the open profile syncs: three choices.

settings-server = The profile "{ $profile }" syncs with:
settings-server-ankiweb = AnkiWeb, as usual
#   $server: the address set in Anki's Preferences
settings-server-former = { $server }, as set in Anki's Preferences
settings-server-other = Another server: another computer with LAN Sync, or Anki's own sync server
# Below that, in an Anki where it cannot be chosen.
#   $version: the first version of Anki where it can, such as 2.1.50
settings-phones-too-old = Phones can sync with this computer in Anki { $version } or newer; this Anki is older.

## Titles of the tabs.

settings-this-computer = This computer
settings-another-server = Another server
settings-storage = Storage and backups
settings-advanced = Advanced

## This computer.

settings-port = Port
settings-port-explained = The number at the end of the address that phones use; if you change it, phones need the new address.
settings-port-wrong = The port must be a whole number from 1 to 65535; the default is 27701.
# Shown in grey.
settings-trust = Without HTTPS, anyone who can listen in on your network can read what phones sync, and the password when they sign in. Anyone who can connect may try to sign in, but gets nothing without an account's password; on a network that you do not trust, let phones connect through a VPN or HTTPS.
settings-allow = Who can connect
# Three choices.
settings-allow-my-networks = Anyone on my network
settings-allow-this-computer = This computer only
settings-allow-everyone = Everyone
settings-allow-explained = "{ settings-allow-everyone }" includes the internet, if your router passes connections on to this computer.

## Another server.

settings-address = Address
settings-address-explained = As shown on the other computer; you can leave out "http://", port 27701 and the final "/".
settings-address-missing = Type the address of the server, such as http://192.168.1.5:27701/
settings-user = User name
settings-user-explained = The name of your account on that server; it has nothing to do with AnkiWeb.
settings-password = Password
settings-password-explained = It is used once to sign in and is not stored; if you leave it empty, Anki asks for it at the first sync.
settings-password-known = You are signed in there; type the password only to sign in again.
settings-password-missing = Type the password for this user name.
settings-user-missing = Type the user name for this password.
settings-test = Test connection
# Button: stops waiting for the answer.
settings-test-stop = Stop
#   $address: of the server, such as http://192.168.1.5:27701/; so in all that follows
settings-test-connecting = Connecting to { $address }...
# Shown if the connection cannot be tested.
settings-test-cannot = This version of Anki cannot test the connection. Save the settings; Anki asks for the login at the first sync.
# The result of the test.
settings-test-well = It works: the server answers and accepts your login.
settings-test-answers = The server answers. To check your login as well, type your user name and password, and test again.
settings-test-no-such-host = No computer was found by the name in { $address }. Check the spelling, or type the address in numbers, such as http://192.168.1.5:27701/
settings-test-refused = The computer at { $address } can be reached, but no server answers at this port. Check the number at the end of the address, and that Anki is open there with LAN Sync switched on.
settings-test-timed-out = { $address } did not answer in time. Check that the computer is awake and on the same network, and that its firewall lets Anki through.
#   $reason: the operating system's words, often in English
settings-test-unreachable = { $address } cannot be reached from here ({ $reason }). Check that this computer is connected to the network that the server is on.
settings-test-certificate = This computer does not trust the certificate of { $address } ({ $reason }). Check that the address contains the name that the certificate was issued for, and install the certificate of the authority that issued it.
settings-test-no-tls = The server at { $address } does not encrypt its connections. Begin the address with http:// instead.
settings-test-not-anki = Something answers at { $address }, but it is not a sync server for Anki. Check the address and the number at its end.
settings-test-wrong-login = The server at { $address } answers, but does not accept this user name and password. Check both; passwords are case-sensitive.
settings-test-too-old = The sync server at { $address } is too old. Install a newer version of it.
#   $reason: a technical description in English
settings-test-not-now = The server at { $address } is not available right now ({ $reason }). Try again in a minute; if that does not help, restart it.
# Added to one of these sentences when the settings could not be saved because of it.
settings-save-again = If you save again, the address is kept anyway.
# Asked before saving, if something was typed on the tab "Another server" while another place is chosen.
settings-elsewhere-unused = What you typed on the tab "{ settings-another-server }" will not be used, because another place to sync with is selected above. To use it, select the other server there.
# Button below that sentence.
settings-save-without = Save without it

## Storage and backups.

settings-data-folder = This computer's server keeps everything in this folder:
settings-open-folder = Open folder
settings-backups = Backups of your phones' copy
# Headings of the table.
settings-backup-made = Created
settings-backup-why = Reason
settings-backup-size = Size
settings-backup-manual = Made by you
settings-backup-replaced = Before it was replaced
settings-backup-daily = Daily
settings-backup-deletions = Before a sync deleted many notes
settings-backup-desktop = Anki's collection, before it was changed
settings-backup-upload = An upload, as it was sent
settings-backup-repair = Before a repair
settings-back-up-now = Back up now
# Button: offers to go back to the selected backup.
settings-restore = Restore...
settings-nothing-stored = There is no copy for your phones yet.
settings-no-backups = No backups yet.
#   $name: of a file
settings-backed-up = Backed up as { $name }.
settings-backup-failed = The backup could not be made ({ $reason }). Check that the disk is not full, then try again.
settings-backups-explained = Backups contain cards, notes and reviews, but no media. Anki can import them; it also makes its own.
# Three numbers: which backups are kept. First the newest, then one for each day, then one for each week.
settings-backup-count = Latest backups to keep
settings-backup-days = Daily backups to keep
settings-backup-weeks = Weekly backups to keep
settings-backup-kept-explained = Days and weeks without a backup do not count, and backups that you make are always kept.
#   $least: 0 or 1
settings-backup-kept-wrong = This must be a whole number from { $least } to 30.
# Button: opens the window with deleted sounds and pictures.
settings-deleted-media = Deleted media...
# Button: looks for damage in the server's data and repairs it at once.
settings-check = Check and repair

## Advanced.

settings-endpoint = Default server
settings-endpoint-explained = The server offered in the menu and under "Another server" until another one is chosen; leave it empty for none.
settings-certificate = Certificate for HTTPS
settings-certificate-explained = A file in PEM format, from Tailscale, mkcert or an authority that your phones trust. Leave it empty for HTTP.
settings-key = Key of the certificate
settings-key-explained = Leave it empty if the certificate's file contains the key too.
# Button: opens the system's dialog to choose a file.
settings-choose-file = Choose...
settings-sign-out = Sign out phones that have not synced
settings-sign-out-explained = They then ask for the user name and password again. They keep their cards and changes.
# Choices; the second one for 30 days and so on.
settings-sign-out-never = Never
settings-sign-out-days =
    { $count ->
        [one] For { $count } day
       *[other] For { $count } days
    }
settings-log = The log, for bug reports:
settings-log-explained = It records what the server did, without passwords or keys.
settings-reset = Reset
settings-reset-explained = Fills in LAN Sync's defaults here and under "{ settings-this-computer }". Accounts and data stay, and nothing changes until you save.
