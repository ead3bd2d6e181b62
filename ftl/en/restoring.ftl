### Going back to a backup.

restoring-question = Do you want to go back to this backup? What is here now is backed up first, so you can undo this.
# Heading of a column, beside "Current copy".
#   $date: with the time
restoring-backup = Backup of { $date }
# Below the table, for the copy of the profile that is open in Anki.
restoring-anki = The collection in Anki is restored, too. At Anki's next sync, its server gets the changes; if it asks which side to keep, choose to upload.
# Below the table, and after the next sentence but one.
#   $user: whose copy it is
restoring-devices = At the next sync, each of { $user }'s devices asks which side to keep: choose "Download from AnkiWeb" (in AnkiDroid: "AnkiWeb").
# Button.
restoring-restore = Restore
# Afterwards; the sentence about the devices follows.
restoring-done = The backup has been restored.
