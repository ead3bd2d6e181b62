### What phones have sent, and when it appears in Anki.

## Shown for a few seconds when it has been added to Anki.

#   $device: the name of a phone, such as "Pixel 7"; so in all of these
bridging-reviews-from =
    { $count ->
        [one] { $count } review from { $device }
       *[other] { $count } reviews from { $device }
    }
# Cards, notes, decks and the like.
bridging-changes-from =
    { $count ->
        [one] { $count } change from { $device }
       *[other] { $count } changes from { $device }
    }
# The phone has sent its whole collection.
bridging-collection-from = The collection from { $device } is now in Anki
# Shown in a progress window for a few seconds, if there are many changes.
bridging-taking-over = Adding the changes from your phones to Anki...

## Why it is not in Anki yet. Part of a sentence, as in "Pixel 7: 42 reviews; waiting until ...".

bridging-waiting-review = waiting until you finish reviewing
# A window that must be answered first.
bridging-waiting-dialog = waiting until you close the open window
bridging-waiting-answer = waiting until you answer Anki's question
bridging-waiting-phone = waiting until the phone finishes
# A sync, an import or a database check is running.
bridging-waiting-anki = waiting until Anki finishes

## What only a person can decide. A table shows what each side has: "This profile in Anki" and "Your phones' copy on this computer".

bridging-pairing = Your phones' copy on this computer already has cards, and so does this profile. The two have never been merged. What should your phones sync with?
# Below the table, with that question.
bridging-pairing-phones = If you keep the phones' copy, cards and notes that only this profile has are deleted from it. Its note types, deck options, tags and review history stay, and the phones' copy gets them too.
bridging-pairing-from-anki = Make a new copy from this profile
# Note types, fields and card templates.
bridging-both-schemas = Note types or fields were changed both in Anki and on a phone. Which version do you want to keep? Notes, cards and reviews from both sides are kept as far as they fit.
#   $count: how many cards are only in Anki
bridging-store-replaced = A phone has replaced your phones' copy with its own collection. Cards that are in Anki but missing there: { NUMBER($count) }. What do you want to do?
# Button: do in Anki as well what the phone did.
bridging-take-over = Use it in Anki too
#   $count: cards, notes, reviews and the like
bridging-collection-replaced = The collection in Anki was replaced by a one-way sync or a backup. Earlier changes that are still in your phones' copy: { NUMBER($count) }. Do you want them in Anki?
bridging-keep-waiting = Keep the changes
bridging-drop = Discard the changes
bridging-keep-phones = Keep the phones' copy
# Buttons: note types, fields and card templates.
bridging-keep-phone-types = Keep the phone's note types
bridging-keep-anki-types = Keep Anki's note types
# Button: nothing is lost, the newer of each thing stays.
bridging-keep-both = Merge both
# Below the table.
bridging-backed-up = The side that is replaced is backed up first, under today's date. A phone may then ask once which side to keep; choose "Download" there.
# Shown when many files are missing from the folder with sounds and pictures; perhaps its disk is not connected.
#   $count: how many files are gone
#   $total: of how many
bridging-media-missing = { NUMBER($count) } of { NUMBER($total) } media files are missing from this profile's media folder. If you did not mean to delete them, check that the folder and its disk are there; your phones keep their files in the meantime. Delete them on your phones too?
bridging-media-delete = Delete them

## After an update of LAN Sync.

#   $server: "AnkiWeb", or the address of a server
#   $user: the user name of the login there
bridging-moved = LAN Sync now leaves this profile's own sync alone: Anki syncs with { $server } as { $user } again, and your phones still sync with this computer. At the next sync with { $server }, Anki may ask once which side to keep: choose to upload.
# The same for a profile that has no login.
bridging-moved-without-login = LAN Sync now leaves this profile's own sync alone, and your phones still sync with this computer.
# A sentence after one of these two, unless the phones' copy is a new one.
bridging-moved-merged = The collection in Anki and your phones' copy were merged, and both were backed up.
