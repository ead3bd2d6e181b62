"""A fault at every request of every kind of sync: `python3 dev.py test --faults`."""
