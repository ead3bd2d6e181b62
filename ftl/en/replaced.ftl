### A phone has replaced somebody's copy on this computer with its own collection.

#   $device: the name of a phone, such as "Pixel 7"
#   $user: whose copy it is
replaced-question = { $device } has replaced { $user }'s copy on this computer with its own collection. The previous copy was backed up. Which one do you want to keep?
# Headings of the columns of a table with the numbers of cards, notes and reviews.
replaced-before = Previous copy
replaced-now = Current copy
# Buttons.
replaced-keep = Keep the current one
replaced-bring-back = Restore the previous one
replaced-done = The previous copy is back. At the next sync, each of { $user }'s devices asks which side to keep: choose "Download from AnkiWeb" (in AnkiDroid: "AnkiWeb").
# Button below that sentence.
replaced-undo = Undo
