"""What is there has no grave (rule 3 in docs/store.md).

A device that brings back what was deleted, by undo say, sends the object and nothing more. If the
grave stayed, a phone that missed both would first delete its own copy, with a change of its own
that it still had to send, and its counts would then differ: a one-way sync.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

CARD, NOTE, DECK = 0, 1, 2
"""The values of `graves.type`."""

_AT_ONCE = 500  # SQLite takes 999 parameters in older builds


def clear_graves(db: sqlite3.Connection, kind: int, ids: Iterable[int]) -> None:
    """Forget that the objects of these ids were deleted. `kind` is a `graves.type`."""
    for some in slices(list(ids)):
        marks = ",".join("?" * len(some))
        db.execute(f"delete from graves where type = {kind} and oid in ({marks})", some)


def clear_graves_of_living(db: sqlite3.Connection, decks: Iterable[int]) -> None:
    """Forget all graves of what is there: for a file from a server that keeps them."""
    db.execute("delete from graves where type = 0 and oid in (select id from cards)")
    db.execute("delete from graves where type = 1 and oid in (select id from notes)")
    clear_graves(db, DECK, decks)


def slices(ids: list[int]) -> Iterable[list[int]]:
    """Cut a list into pieces that one statement can take."""
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
