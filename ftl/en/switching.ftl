### What is said while syncing is switched between AnkiWeb and this computer.

# Shown in a progress window for a second or two.
switching-preparing = Getting ready to sync with your phones...
# Shown in a progress window before the collection is sent to the server on the same computer.
switching-uploading = Copying your collection for your phones...
# Shown in a small window while Anki closes, or changes to another profile, and a device still syncs.
switching-closing = A device is still syncing with this computer. Anki waits for it, for a few seconds at most.
# Shown for a few seconds after the tick in the menu was taken away.
switching-off-done = Switched off. Anki syncs as it did before, and may ask once which side to keep.
# Shown when the person logged out, or changed the server, in Anki's Preferences.
switching-left = The sync account or server of this profile was changed in Anki's Preferences or by another add-on, so LAN Sync is switched off for this profile, and Anki syncs as it is set there. Your phones' copy on this computer is kept. To sync with your phones again, choose Tools > LAN Sync.
# Shown after the add-on's configuration was edited during a sync.
switching-config-later = The new settings are saved. They count from the next time you open this profile, because a sync is running or the Preferences are open.
# Button; offered when another program uses the port.
#   $port: a number such as 27702
switching-use-port = Use port { $port }

## The question before a switch. A table shows what each side has.

# Label of the button that changes nothing.
switching-cancel = Cancel
switching-cards = Cards
switching-notes = Notes
switching-reviews = Reviews
switching-last-change = Last change
# In place of a number that cannot be known before the first sync.
switching-not-known = not known yet
# A plain number in the table.
switching-number = { NUMBER($count) }
# Headings of the columns.
switching-side-anki = This profile in Anki
switching-side-phones = Your phones' copy on this computer
# Switching to this computer's server, when it has another state than Anki.
switching-which-side = Anki and the copy that your phones sync with cannot be merged: one has to replace the other. Which one do you want to keep?
switching-which-side-after = The side that is replaced is backed up first, with today's date. Afterwards the phones may ask once as well which side to keep; choose "Download" there.
switching-keep-phones = Keep the phones' copy
switching-keep-anki = Keep what is in Anki
# Switching to a server elsewhere.
#   $server: its address
switching-elsewhere = From now on this profile syncs with { $server }. At the first sync there one side probably has to replace the other; Anki then asks which one to keep.
switching-elsewhere-after = In that question Anki says "AnkiWeb" and means that server. If you choose to download, Anki makes a backup of this profile first. If you upload, what the server has is replaced. Your present login is kept and comes back when you switch off.
switching-elsewhere-ok = Sync there
# Switching off.
#   $server: "AnkiWeb", or the address of a server
#   $user: the user name of the login there
switching-back = This profile goes back to { $server } and the login { $user }, as they were. At the next sync there one side probably has to replace the other; Anki then asks which one to keep.
switching-back-after = To keep what you see in Anki now, choose to upload. Your phones can no longer sync with this computer from this profile; their copy on this computer stays.
switching-back-ok = Switch back

## Asked while the add-on is being deleted.

# $path: the folder
switching-delete-data = Your phones' copies of all profiles (cards, media and backups) are in { $path }. Do you want to keep them? Your own collection in Anki is not touched either way.
switching-delete-keep = Keep them
switching-delete-trash = Move them to the trash
# $reason: technical words, often in English
switching-delete-failed = The phones' data could not be moved to the trash ({ $reason }). It is still there; you can delete the folder by hand.
