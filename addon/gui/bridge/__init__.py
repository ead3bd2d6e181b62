"""The bridge inside Anki: when it merges, and what is said about it."""
