### What "Check and repair" has found.

repairs-nothing = Nothing is wrong with your phones' copy.
# Above the lines that follow.
repairs-done = These problems were found and repaired:
repairs-cards-without-note =
    { $count ->
        [one] { $count } card without a note was removed.
       *[other] { $count } cards without a note were removed.
    }
repairs-notes-without-cards =
    { $count ->
        [one] { $count } note without cards was removed.
       *[other] { $count } notes without cards were removed.
    }
# Records that something was deleted, although it exists.
repairs-graves =
    { $count ->
        [one] { $count } wrong record of a deletion was removed.
       *[other] { $count } wrong records of deletions were removed.
    }
#   $names: the first few names
repairs-media-added =
    { $count ->
        [one] { $count } media file was missing from the list and was added: { $names }
       *[other] { $count } media files were missing from the list and were added: { $names }
    }
repairs-media-lost =
    { $count ->
        [one] { $count } media file is missing; the next device that has it will send it again: { $names }
       *[other] { $count } media files are missing; the next device that has them will send them again: { $names }
    }
repairs-media-damaged =
    { $count ->
        [one] { $count } media file is damaged; the next device that has it will send it again: { $names }
       *[other] { $count } media files are damaged; the next device that has them will send them again: { $names }
    }
repairs-miscounted = The number of media files was corrected.
repairs-backed-up = The copy was backed up first.
