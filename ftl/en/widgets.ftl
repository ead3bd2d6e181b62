### Buttons that appear in several windows.

# Button: copies the text beside it to the clipboard.
widgets-copy = Copy
# The button's text for a moment after it was clicked.
widgets-copied = Copied
# Below a list or a form, while the computer takes longer than usual.
widgets-moment = One moment...
