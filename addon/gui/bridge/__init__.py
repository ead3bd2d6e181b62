"""The bridge inside Anki: when it merges, and what it tells the user."""
