"""Syncing phones with the open profile: the server, and the profile's account there. No Qt."""
