### Buttons that appear in several windows.

# Button: copies the text beside it to the clipboard.
widgets-copy = Copy
# The button's text for a moment after it was clicked.
widgets-copied = Copied
# Below a list or a form, while the computer takes longer than usual.
widgets-moment = One moment...
# Button: closes a window.
widgets-close = Close
# Asked when a window is closed; the button below it closes the window.
widgets-unsaved = What you have typed here is not saved yet. Close the window without saving it?
widgets-discard = Close without saving
