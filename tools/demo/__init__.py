"""`python3 dev.py run`: the main job on real input, from the built file to a phone that has synced.

Builds the add-on, installs it through Anki's own installer into a scratch data folder, starts real
Anki with it, switches it on, and lets a second real client (Anki's own library, which the phones
are built on too) sync with what the window shows.
"""
