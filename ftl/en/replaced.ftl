### A phone has replaced somebody's copy on this computer with its own collection.

#   $device: the name of a phone, such as "Pixel 7"
#   $user: whose copy it is
replaced-question = { $device } has replaced { $user }'s copy on this computer with its own collection. The former one was backed up. Which one do you want here?
# Headings of the columns of a table with the numbers of cards, notes and reviews.
replaced-before = Former copy
replaced-now = Present copy
# Buttons.
replaced-keep = Keep the present one
replaced-bring-back = Bring back the former one
replaced-done = The former copy is back. At the next sync, each of { $user }'s devices asks which side to keep: choose "Download from AnkiWeb" (in AnkiDroid: "AnkiWeb").
# Button below that sentence.
replaced-undo = Undo
