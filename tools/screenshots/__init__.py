"""Pictures of every window, to look at: `python3 dev.py screenshots`."""
