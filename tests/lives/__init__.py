"""Three devices live the same life with our server and with Anki's own: `dev.py test --lives N`."""
