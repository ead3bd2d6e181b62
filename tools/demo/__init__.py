"""`python3 dev.py run`: a demonstration, from the build to a phone that has synced.

Builds the add-on, installs it with Anki's own installer in a scratch data folder, starts real Anki,
switches the add-on on, and syncs a second real client (Anki's own library, which phones use too)
with what the window shows.
"""
