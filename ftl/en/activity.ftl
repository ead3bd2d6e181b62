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
# Somebody tried a wrong password.
#   $user: the name of an account
activity-refused = Wrong password for { $user }: refused
# Somebody tried a user name that no account has.
activity-refused-name = Unknown user name: refused
# After many wrong passwords, somebody has to wait before the next one is checked.
activity-slowed = Too many wrong passwords: has to wait
#   $what: one of the three sentences above
#   $address: of the device in the network, such as 192.168.1.20
activity-refused-from = { $what } ({ $address })
# Cards, notes, decks and the like that a device got.
activity-changes-from-here =
    { $count ->
        [one] { $count } change from this computer
       *[other] { $count } changes from this computer
    }
activity-nothing-new = Nothing new
# What came from a device and what it got, in this order.
#   $from-device: such as "42 reviews from Pixel 7"
#   $from-here: such as "3 changes from this computer"
activity-both-ways = { $from-device }; { $from-here }
#   $size: such as "12.4 MB"
activity-uploaded = Uploaded its whole collection ({ $size }, in { $duration })
activity-downloaded = Downloaded the whole collection ({ $size }, in { $duration })
# A person chose to have back what a phone had replaced.
#   $user: the name of an account
activity-put-back = The previous copy of { $user } was restored on this computer
# Sounds and pictures.
#   $device: the name of a phone, such as "Pixel 7"
#   $size: such as "12.4 MB"
activity-media-from =
    { $count ->
        [one] { $count } media file from { $device } ({ $size })
       *[other] { $count } media files from { $device } ({ $size })
    }
activity-media-from-here =
    { $count ->
        [one] { $count } media file from this computer ({ $size })
       *[other] { $count } media files from this computer ({ $size })
    }
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

## What a sync changed here; such as "3 notes deleted: Hund, Katze". Names may follow in parentheses.

activity-notes-added =
    { $count ->
        [one] { $count } note added
       *[other] { $count } notes added
    }
activity-notes-changed =
    { $count ->
        [one] { $count } note changed
       *[other] { $count } notes changed
    }
activity-notes-deleted =
    { $count ->
        [one] { $count } note deleted
       *[other] { $count } notes deleted
    }
activity-cards-changed =
    { $count ->
        [one] { $count } card changed
       *[other] { $count } cards changed
    }
activity-cards-deleted =
    { $count ->
        [one] { $count } card deleted
       *[other] { $count } cards deleted
    }
activity-reviews-added =
    { $count ->
        [one] { $count } review
       *[other] { $count } reviews
    }
activity-decks-added =
    { $count ->
        [one] { $count } deck added
       *[other] { $count } decks added
    }
activity-decks-deleted =
    { $count ->
        [one] { $count } deck deleted
       *[other] { $count } decks deleted
    }
activity-note-types-changed =
    { $count ->
        [one] { $count } note type changed
       *[other] { $count } note types changed
    }
#   $what: one of the phrases above
#   $names: the first few names of notes or decks
activity-named = { $what }: { $names }
# Added to these phrases.
activity-backed-up-first = a backup was made first
#   $reason: the operating system's words, often in English
activity-no-backup = No backup could be made: { $reason }
# Button: offers the backup that was made before the selected sync.
activity-restore = Restore what was there before...
