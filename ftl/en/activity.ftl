### What happened on this computer's sync server.

# Title of the tab.
activity-tab = Activity

## Headings of the list.

activity-when = When
activity-device = Device
activity-what = What happened

## What happened, in the list. The device and the time stand beside it.

#   $user: the name of an account
activity-signed-in = Signed in as { $user }
#   $user: the user name that was typed
activity-refused = Wrong user name or password ("{ $user }")
# Cards, notes, reviews and the like.
#   $duration: such as "1.2 s"
activity-synced = Synced: { NUMBER($received-count) } received, { NUMBER($sent-count) } sent, in { $duration }
#   $size: such as "12.4 MB"
activity-uploaded = Uploaded its whole collection ({ $size }, in { $duration })
activity-downloaded = Downloaded the whole collection ({ $size }, in { $duration })
# Sounds and pictures.
activity-media = Media: { NUMBER($received-count) } received ({ $received-size }), { NUMBER($sent-count) } sent ({ $sent-size })
# What the device has sent is now in Anki.
activity-reviews-in-anki =
    { $count ->
        [one] { $count } review, now in Anki
       *[other] { $count } reviews, now in Anki
    }
# Cards, notes, decks and the like.
activity-changes-in-anki =
    { $count ->
        [one] { $count } change, now in Anki
       *[other] { $count } changes, now in Anki
    }
activity-collection-in-anki = Its collection is now in Anki
#   $reason: a technical description in English
activity-failed = Failed: { $reason }
# The same thing several times in a row.
#   $what: one of the sentences above
#   $count: how often, 2 or more
activity-repeated = { $what } ({ $count }×)

## Below the list

activity-log-hint = The technical log is for bug reports. It contains no passwords and no cards.
# Button: copies the technical log to the clipboard.
activity-copy-log = Copy technical log
