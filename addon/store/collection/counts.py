"""The sanity check's counts. Source: rslib/src/storage/sync_check.rs."""

from __future__ import annotations

from ..validate import SanityCounts
from .collection import DECKS, NOTE_TYPES, PRESETS, Collection


def count(collection: Collection) -> SanityCounts:
    """Count what is stored, including the current session's changes."""
    rows = (
        collection.db.execute(f"select count() from {table}").fetchone()[0]
        for table in ("cards", "notes", "revlog", "graves")
    )
    objects = (len(collection.column(name)) for name in (NOTE_TYPES, DECKS, PRESETS))
    return SanityCounts(*rows, *objects)
