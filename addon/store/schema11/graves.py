"""What exists has no grave (rule 3 in docs/store.md).

A device that restores what was deleted, for instance by undo, sends the object and nothing else. If
the grave stayed, a phone that missed both would first delete its own copy, along with any change it
had not sent yet, and its counts would then differ: a one-way sync.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

CARD, NOTE, DECK = 0, 1, 2
"""The values of `graves.type`."""

_AT_ONCE = 500  # older builds of SQLite take 999 parameters


def clear_graves(db: sqlite3.Connection, kind: int, ids: Iterable[int]) -> None:
    """Forget that the objects with these ids were deleted. `kind` is a `graves.type`."""
    for some in slices(list(ids)):
        marks = ",".join("?" * len(some))
        db.execute(f"delete from graves where type = {kind} and oid in ({marks})", some)


def clear_graves_of_existing(db: sqlite3.Connection, decks: Iterable[int]) -> None:
    """Remove the graves of what exists: for a file from a server that keeps them."""
    db.execute("delete from graves where type = 0 and oid in (select id from cards)")
    db.execute("delete from graves where type = 1 and oid in (select id from notes)")
    clear_graves(db, DECK, decks)


def slices(ids: list[int]) -> Iterable[list[int]]:
    """Split a list into pieces that one statement can take."""
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
