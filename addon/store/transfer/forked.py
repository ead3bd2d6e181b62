"""Whether one collection is a continuation of another.

A device and its server count changes by update sequence numbers (USNs), and only the schema stamp
tells the device that a server's USNs are not those it knows. If two copies of one collection have
both been used, they have the same stamp but USNs that mean different things: devices of one would
silently merge with the other, and some changes on both sides would never be sent.
"""

from __future__ import annotations

import contextlib
import json
import logging
import sqlite3
from pathlib import Path
from typing import Any

from ..collection.collection import connect
from ..faults import StoreFault
from ..paths import UserFolder
from .stored import open_stored

log = logging.getLogger(__name__)

# Rows that are neither unchanged nor changed nor deleted since. Graves: 0 card, 1 note.
_LOST_ROWS = """
select 1 from old.{table} as o left join {table} as n using (id)
where case when n.id is null
  then not exists (select 1 from graves where oid = o.id and type = {type} and usn >= :usn)
  else n.usn < :usn and (n.usn, n.mod) <> (o.usn, o.mod) end
"""
_LOST_REVIEWS = "select 1 from old.revlog where id not in (select id from revlog)"
_LOST_GRAVES = """
select 1 from old.graves as o
where o.type in (0, 1)
  and not exists (select 1 from graves as n where n.oid = o.oid and n.type = o.type)
  and not exists (select 1 from notes where o.type = 1 and id = o.oid and usn >= :usn)
  and not exists (select 1 from cards where o.type = 0 and id = o.oid and usn >= :usn)
"""
_LOST = (
    _LOST_ROWS.format(table="notes", type=1),
    _LOST_ROWS.format(table="cards", type=0),
    _LOST_REVIEWS,
    _LOST_GRAVES,
)


def restamp_if_forked(new: Path, folder: UserFolder) -> bool:
    """Give `new` its own stamp if it has that of the collection in `folder` but lacks some rows.

    Devices then ask which side to keep. `new` is in schema 11; `folder` may have no collection, and
    it is opened as for a session (converted if foreign, rolled back after a crash). Returns whether
    it was done; it also is if the old collection is too damaged to tell.
    """
    if not folder.has_collection:
        return False
    with contextlib.closing(connect(new)) as db:
        if not _is_forked(db, folder):
            return False
        # `mod` too: where it is equal, clients look no further (rslib/src/sync/collection/meta.rs)
        db.execute("update col set scm = max(scm, mod) + 1, mod = max(scm, mod) + 1")
        return True


def _is_forked(db: sqlite3.Connection, folder: UserFolder) -> bool:
    try:
        open_stored(folder).close()
        db.execute("attach ? as old", (str(folder.collection),))
        return _lacks_something(db)
    except (StoreFault, sqlite3.DatabaseError, ValueError, LookupError, TypeError) as error:
        log.warning("%s cannot be read (%s)", folder.collection, error)
        return True


def _lacks_something(db: sqlite3.Connection) -> bool:
    (scm, usn) = db.execute("select scm, usn from col").fetchone()
    (old_scm, old_usn) = db.execute("select scm, usn from old.col").fetchone()
    if scm != old_scm:
        return False  # devices tell them apart
    return (
        usn < old_usn
        or any(db.execute(f"{lost} limit 1", {"usn": old_usn}).fetchone() for lost in _LOST)
        or any(_lost_objects(db, column, old_usn) for column in ("models", "decks", "dconf"))
        or _lost_deck_graves(db, old_usn)
    )


def _lost_objects(db: sqlite3.Connection, column: str, usn: int) -> bool:
    deleted = {str(oid) for (oid,) in db.execute("select oid from graves where type = 2")}
    now = _objects(db, f"select {column} from col")
    return any(
        id not in deleted
        if id not in now
        else now[id]["usn"] < usn and (now[id]["usn"], now[id]["mod"]) != (was["usn"], was["mod"])
        for id, was in _objects(db, f"select {column} from old.col").items()
    )


def _lost_deck_graves(db: sqlite3.Connection, usn: int) -> bool:
    """Return whether a deck's deletion is missing, and not because the deck was restored."""
    decks = _objects(db, "select decks from col")
    deleted = db.execute(
        "select oid from old.graves where type = 2"
        " and oid not in (select oid from graves where type = 2)"
    )
    return any(decks.get(str(oid), {"usn": -1})["usn"] < usn for (oid,) in deleted)


def _objects(db: sqlite3.Connection, query: str) -> dict[str, dict[str, Any]]:
    (text,) = db.execute(query).fetchone()
    found: dict[str, dict[str, Any]] = json.loads(text)
    return found
