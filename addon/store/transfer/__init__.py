"""Whole collections and folders on their way in, out, and into backups."""
