### Buttons of messages.

# Button that closes a message without accepting its offer.
messages-not-now = Not now
