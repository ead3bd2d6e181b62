### Texts shown when syncing is switched on, off, or to another server.

# Shown in a progress window for a second or two.
switching-preparing = Getting ready to sync with your phones...
# Shown in a progress window while the phones' copy is made from the collection.
switching-copying = Copying your collection for your phones...
# Shown in a small window while Anki closes, or changes to another profile, and a device still syncs.
switching-closing = A device is still syncing with this computer. Anki will wait for it, for a few seconds at most.
# Shown for a few seconds after the tick in the menu was removed.
switching-off-done = Phones no longer sync with this computer. Where this profile syncs has not changed.
# Shown for a few seconds after a profile has gone back from another server.
switching-back-done = Anki syncs as it did before, and may ask once which side to keep.
# Shown when the login or the server was changed elsewhere while the profile synced with another server.
switching-left = The sync account or server of this profile was changed in Anki's Preferences or by another add-on, so the profile now syncs as set there. Your phones still sync with this computer.
# Shown after the add-on's configuration was edited during a sync.
switching-config-later = The new settings are saved. They take effect the next time you open this profile, because a sync is running or the Preferences are open.
# Button; offered when another program uses the port.
#   $port: a number such as 27702
switching-use-port = Use port { $port }

## The question before a switch. A table shows what each side has.

# Label of the button that changes nothing.
switching-cancel = Cancel
switching-cards = Cards
switching-notes = Notes
switching-reviews = Reviews
# A plain number in the table.
switching-number = { NUMBER($count) }
# Headings of the columns.
switching-side-anki = This profile in Anki
switching-side-phones = Your phones' copy on this computer
# Switching to a server elsewhere.
#   $server: its address
switching-elsewhere = From now on this profile syncs with { $server }. At the first sync there, one side will probably have to replace the other; Anki then asks which one to keep.
switching-elsewhere-after = In that question, "AnkiWeb" means that server. If you choose to download, Anki backs up this profile first. If you upload, what the server has is replaced. Your current login is kept for when you switch back. Your phones still sync with this computer.
switching-elsewhere-ok = Sync there
# Switching off.
#   $server: "AnkiWeb", or the address of a server
#   $user: the user name of the login there
switching-back = This profile goes back to { $server } and the login { $user }, as before. At the next sync there, one side will probably have to replace the other; Anki then asks which one to keep.
switching-back-after = To keep what you see in Anki now, choose to upload. Your phones still sync with this computer.
switching-back-ok = Switch back

## Asked while the add-on is being deleted.

# $path: the folder
switching-delete-data = Your phones' copies of all profiles (cards, media and backups) are in { $path }. Do you want to keep them? Your own collection in Anki is not touched either way.
switching-delete-keep = Keep them
switching-delete-trash = Move them to the trash
# $reason: technical words, often in English
switching-delete-failed = The phones' data could not be moved to the trash ({ $reason }). It is still there; you can delete the folder yourself.
