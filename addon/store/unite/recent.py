"""What the store got since a device was last in step: what that device cannot have known."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

from ...protocol import jsontext
from ..collection.collection import DECKS, NOTE_TYPES, PRESETS, TAGS, connect
from ..schema11.graves import CARD, NOTE
from ..schema11.names import SEPARATOR, fold
from .sides import Sides

_ROWS = ("notes", "cards", "revlog")


def trim_to_recent(path: Path, mark: int) -> None:
    """Remove from a copy of the stored collection everything that is older than `mark`.

    Note types, decks and presets stay where something that is left needs them.
    """
    with contextlib.closing(connect(path)) as db:
        db.execute("begin")
        for table in _ROWS:
            db.execute(f"delete from {table} where usn < ?", (mark,))
        db.execute("delete from graves where usn < ?", (mark,))
        _trim_objects(db, mark)
        db.execute("commit")


def delete_what_was_deleted_since(sides: Sides) -> None:
    """Carry out the deletions of notes and cards that the file records. Decks may be needed."""
    db = sides.ours.db
    for kind, table in ((NOTE, "notes"), (CARD, "cards")):
        ids = db.execute("select oid from file.graves where type = ?", (kind,)).fetchall()
        db.executemany(f"delete from main.{table} where id = ?", ids)
        sides.add_graves(kind, (id for (id,) in ids))
    db.execute("delete from main.cards where nid not in (select id from main.notes)")


def _trim_objects(db: sqlite3.Connection, mark: int) -> None:
    columns = (NOTE_TYPES, DECKS, PRESETS, TAGS)
    texts = db.execute(f"select {', '.join(columns)} from col").fetchone()
    types, decks, presets, tags = (jsontext.loads(text or "{}") for text in texts)
    types = _needed(types, mark, _ids(db, "select mid from notes"))
    homes = _ids(db, "select did from cards union select odid from cards")
    decks = _needed(decks, mark, homes | _above(decks, homes))
    presets = _needed(presets, mark, {str(deck.get("conf")) for deck in decks.values()})
    tags = {tag: usn for tag, usn in tags.items() if usn >= mark}
    values = [jsontext.dumps_text(each) for each in (types, decks, presets, tags)]
    db.execute(f"update col set {', '.join(f'{name} = ?' for name in columns)}", values)


def _needed(objects: dict[str, Any], mark: int, ids: set[str]) -> dict[str, Any]:
    return {key: each for key, each in objects.items() if key in ids or each["usn"] >= mark}


def _ids(db: sqlite3.Connection, query: str) -> set[str]:
    return {str(id) for (id,) in db.execute(query)}


def _above(decks: dict[str, Any], homes: set[str]) -> set[str]:
    """Return the decks above those of these ids."""
    by_name = {fold(deck["name"]): key for key, deck in decks.items()}
    names = [decks[key]["name"].split(SEPARATOR) for key in homes & decks.keys()]
    above = {fold(SEPARATOR.join(parts[:n])) for parts in names for n in range(1, len(parts))}
    return {by_name[name] for name in above & by_name.keys()}
