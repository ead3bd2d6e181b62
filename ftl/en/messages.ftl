### Buttons of messages.

# Button that closes a message without doing what it offers.
messages-not-now = Not now
