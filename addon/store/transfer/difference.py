"""What one collection has that another lacks: what an upload changed, in numbers and names."""

from __future__ import annotations

import contextlib
import json
import logging
import sqlite3
from pathlib import Path
from typing import Any

from ..collection.change_log import MOST_NAMES, Action, ChangeLog, Kind
from ..collection.collection import connect

log = logging.getLogger(__name__)

_ROWS = ((Kind.NOTES, "notes", "n.sfld"), (Kind.CARDS, "cards", "''"))
_OBJECTS = ((Kind.DECKS, "decks"), (Kind.NOTE_TYPES, "models"))


def changes_between(before: Path | None, now: Path) -> ChangeLog:
    """Compare a collection in schema 11 with the one that it has replaced, a file unpacked.

    Nothing is in the log if a file is damaged, or if there was no collection before.
    """
    found = ChangeLog()
    if before is None:
        return found
    try:
        with contextlib.closing(connect(now)) as db:
            db.execute("attach ? as former", (str(before),))
            _compare(db, found)
    except (sqlite3.Error, ValueError, LookupError, TypeError, AttributeError) as error:
        log.warning("what an upload changed is unknown: %s", error)
        return ChangeLog()
    return found


def _compare(db: sqlite3.Connection, found: ChangeLog) -> None:
    for kind, table, name in _ROWS:
        for action, n, other, condition in (
            (Action.ADDED, "main", "former", "o.id is null"),
            (Action.CHANGED, "main", "former", "o.mod <> n.mod"),
            (Action.DELETED, "former", "main", "o.id is null"),
        ):
            query = (
                f"from {n}.{table} as n left join {other}.{table} as o on o.id = n.id"
                f" where {condition}"
            )
            (number,) = db.execute(f"select count() {query}").fetchone()
            names = db.execute(f"select {name} {query} order by n.id limit {MOST_NAMES}")
            found.add(kind, action, number, (each for (each,) in names))
    # by their numbers alone: there may be millions
    now, before = (
        int(db.execute(f"select count() from {side}.revlog").fetchone()[0])
        for side in ("main", "former")
    )
    found.add(Kind.REVIEWS, Action.ADDED, now - before)
    found.add(Kind.REVIEWS, Action.DELETED, before - now)
    for kind, column in _OBJECTS:
        new, old = (_objects(db, side, column) for side in ("main", "former"))
        found.add_objects(kind, old, {id: o for id, o in new.items() if o != old.get(id)})
        gone = [o["name"] for id, o in old.items() if id not in new]
        found.add(kind, Action.DELETED, len(gone), gone)


def _objects(db: sqlite3.Connection, side: str, column: str) -> dict[str, dict[str, Any]]:
    """Return the objects without what changes although nobody changes them."""
    (text,) = db.execute(f"select {column} from {side}.col").fetchone()
    unsteady = {"usn", "mod", "newToday", "revToday", "lrnToday", "timeToday"}
    return {
        id: {key: value for key, value in o.items() if key not in unsteady}
        for id, o in json.loads(text or "{}").items()
    }
