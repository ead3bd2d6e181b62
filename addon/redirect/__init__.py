"""Redirecting the open profile's sync, and undoing that. No Qt: parts of Anki are passed in."""
