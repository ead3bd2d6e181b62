### What went wrong, why, and what to do next.

# Another program uses the port, and another port can be offered.
#   $port: the configured port, such as 27701
#   $next_free: the port to use instead, such as 27702
problems-port-taken-use-next = Another program on this computer already uses port { $port }, so your phones cannot sync with Anki. Port { $next_free } is free. If you use it, type the new address on your phones.
# Another program uses the port, and no other was found.
problems-port-taken = Another program on this computer already uses port { $port }, so your phones cannot sync with Anki. Close that program, or choose another port in Tools > LAN Sync > Settings.
# The configured address does not belong to this computer.
#   $address: such as 192.168.1.5
#   $port: such as 27701
#   $reason: the operating system's words, often in English
problems-cannot-listen = Anki cannot accept connections at { $address }, port { $port } ({ $reason }). Check "{ settings-port }" in Tools > LAN Sync > Settings, and "listen" in the settings as text: it must be an address of this computer, or empty.
#   $path: of a file
#   $reason: in English, such as: has expired
problems-certificate = LAN Sync cannot serve HTTPS: { $path } ({ $reason }). Check "{ settings-certificate }" in Tools > LAN Sync > Settings.
# The folder with the server's data.
#   $path: a folder or file
#   $reason: the operating system's words, often in English
problems-data-folder = LAN Sync cannot use { $path } ({ $reason }). Check that the disk is not full and that you have permission to write there, then try again.
# A second Anki, or the server without a window, serves phones from the same folder.
#   $path: the folder
#   $holder: which program, such as "process 4711 on DESK", in English
problems-data-folder-in-use = Another Anki or LAN Sync server ({ $holder }) already uses { $path }, so your phones cannot sync with this Anki. Close the other one, then try again.
# This Anki can sync with a server but cannot be one.
#   $version: the first version that can, such as 2.1.50
problems-host-too-old = Phones cannot sync with this computer, because this Anki is too old: Anki { $version } or newer is needed. Install a newer Anki, or choose another server in Tools > LAN Sync > Settings.
# Any other reason why the server did not start.
#   $reason: a technical description in English
problems-server-failed = The server for your phones did not start ({ $reason }). Try again; if that does not help, restart Anki.
# A click on the menu came during a sync.
problems-sync-running = A sync is running. Wait until it finishes, then try again.
# Phones and Anki could not be merged at this moment.
problems-store-busy = A phone is syncing with this computer. Wait until it finishes, then try again.
# The profile was closed in that moment.
problems-collection-closed = The profile was closed before Anki and your phones' copy could be merged. Open it, then try again.
#   $path: the folder of the phones' copy
problems-store-full = The disk with { $path } is full. Free some space, then try again.
#   $path: the file of the phones' copy
problems-store-in-use = Another program is using your phones' copy ({ $path }). Close that program, then try again.
# A file that is damaged, or that another program has put there.
#   $path: the file of the phones' copy
#   $reason: technical words, in English
#   $backups: a folder
problems-store-damaged = Your phones' copy on this computer is damaged ({ $reason }). Close Anki and move the file { $path } somewhere else; Anki then makes a new copy from this profile. Older copies are in { $backups }.
#   $path: a file
problems-store-too-new = { $path } was written by a newer version of LAN Sync. Update LAN Sync, then try again.
# Use the name that Anki itself has for "Check Database".
#   $reason: technical words, in English
problems-collection-unreadable = Your phones could not read the collection in Anki ({ $reason }). Choose Tools > Check Database, then try again.
#   $reason: technical words, often in English
problems-collection-unusable = Anki's collection cannot be read or written ({ $reason }). Check that its disk is not full, then try again.
# A click on the menu came while Anki's Preferences were open.
problems-preferences-open = Close Anki's Preferences, then try again.
# What was typed is not the address of a server.
#   $address: what was typed
problems-bad-address = "{ $address }" is not the address of a server. An address looks like http://192.168.1.5:27701/
# Shown in the settings where the address of a server was typed; the place to sync with is chosen above it.
problems-ankiweb-address = This is AnkiWeb's address, which you do not need to type. To sync with AnkiWeb, choose it above.
# A value in the file with the add-on's configuration is wrong; shown in the settings, below the field for it.
#   $key: the name of the setting, such as port
#   $value: the value that is wrong
problems-bad-setting = The setting "{ $key }" cannot be { $value }, so its default is used instead. Change it here and save.
# The add-on does not include a version of a library for this computer.
#   $package: the name of the library
problems-no-fitting-wheel = LAN Sync does not include { $package } for the Python that this Anki runs on, so the server cannot start. Use the Anki from Anki's own download page instead.
# Instead of the sentence above, if Anki is a 32-bit program.
problems-32-bit = This is a 32-bit Anki, and LAN Sync's server needs a 64-bit one. Install the 64-bit Anki from Anki's download page.
# A file of the add-on is missing or broken.
#   $path: the file
problems-damaged-wheel = LAN Sync's file { $path } is missing or damaged. Install LAN Sync again.
# Anything else.
#   $reason: a technical description in English
problems-other = Something went wrong in LAN Sync: { $reason }
# Old backups are removed when there are many.
problems-no-such-backup = This backup is no longer there. Choose another one.
#   $name: of the backup
#   $reason: technical words, in English
problems-backup-damaged = The backup { $name } is damaged and was not restored ({ $reason }). Nothing has changed; choose another one.
