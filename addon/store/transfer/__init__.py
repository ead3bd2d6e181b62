"""Whole collections and folders: uploads, downloads, backups, export and import."""
