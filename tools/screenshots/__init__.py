"""Take a picture of every window: `python3 dev.py screenshots`."""
