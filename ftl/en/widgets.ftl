### Buttons that appear in several windows.

# Button: puts the text beside it into the clipboard.
widgets-copy = Copy
# The button's text for a moment after it was clicked.
widgets-copied = Copied
