"""A data folder that Anki opens without questions, with a small collection in it."""

from __future__ import annotations

import time
from pathlib import Path

from anki.collection import Collection
from aqt.profiles import ProfileManager

PROFILE = "User 1"
DECK = "Languages::German"
PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" '
    b'fill="#d33"/></svg>'
)
NOTES = (
    ("What is red?", 'This: <img src="red.svg">'),
    ("der Hund", "the dog"),
    ("das Mädchen", "the girl"),
    ("日本", "Japan"),
)


def make(base: Path) -> None:
    """Make the folder `base` with one profile that does not sync yet."""
    base.mkdir(parents=True)
    profiles = ProfileManager(base)
    profiles.setupMeta()
    profiles.meta.update(
        firstRun=False,  # else Anki makes a profile of its own
        defaultLang="en_US",  # else Anki asks
        check_for_updates=False,
        check_for_addon_updates=False,
        last_addon_update_check=int(time.time()),
    )
    profiles.create(PROFILE)
    profiles.load(PROFILE)
    assert profiles.profile is not None
    profiles.profile["autoSync"] = False
    profiles.save()
    assert profiles.db is not None
    profiles.db.close()
    for name in ("gldriver", "gldriver6"):  # in case there is no graphics card
        (base / name).write_text("software", encoding="utf-8")
    _fill(base / PROFILE / "collection.anki2")


def _fill(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    col = Collection(str(path))
    try:
        deck = col.decks.id(DECK)
        notetype = col.models.by_name("Basic")
        assert deck is not None
        assert notetype is not None
        for front, back in NOTES:
            note = col.new_note(notetype)
            note["Front"], note["Back"] = front, back
            col.add_note(note, deck)
        col.media.write_data("red.svg", PICTURE)
    finally:
        col.close()
