### What is said while syncing is switched between AnkiWeb and this computer.

# Shown in a progress window for a second or two.
switching-preparing = Getting ready to sync with your phones...
# Shown in a progress window before the collection is sent to the server on the same computer.
switching-uploading = Copying your collection for your phones...
# Shown for a few seconds after the tick in the menu was taken away.
switching-off-done = Switched off. Anki syncs as it did before, and may ask once which side to keep.
# Shown when the person logged out, or changed the server, in Anki's Preferences.
switching-left = You changed the sync account or server in Anki's Preferences, so LAN Sync is switched off for this profile. Your phones' copy on this computer is kept. To sync with your phones again, choose Tools > LAN Sync.
# Shown after the add-on's configuration was edited during a sync.
switching-config-later = The new settings are saved. They count from the next time you open this profile, because a sync is running or the Preferences are open.
# Button; offered when another program uses the port.
#   $port: a number such as 27702
switching-use-port = Use port { $port }
