"""Leave an uploaded collection with nothing left to sync."""

from __future__ import annotations

import sqlite3
from typing import Any

from ..sqlite import transaction
from . import strict_json
from .findings import ConversionError

_ROWS = ("notes", "cards", "revlog", "graves")
_OBJECTS = ("models", "decks", "dconf")


def settle(db: sqlite3.Connection, *, keep_graves: bool) -> None:
    """Turn usn -1, a client's mark for "not yet synced", into 0; delete graves unless told not to.

    Clients do both before they upload; if a row with usn -1 slipped through, every sanity check
    would fail from then on. `keep_graves` is for a file from another server, whose devices still
    need them. Raises ConversionError when ``col`` does not hold readable JSON.
    """
    with transaction(db):
        _settle_usns(db)
        if not keep_graves:
            db.execute("delete from graves")


def _settle_usns(db: sqlite3.Connection) -> None:
    for table in _ROWS:
        db.execute(f"update {table} set usn = 0 where usn = -1")
    for column in _OBJECTS:
        objects = _column(db, column)
        pending = [item for item in objects.values() if _is_pending(item)]
        for item in pending:
            item["usn"] = 0
        if pending:
            _write(db, column, objects)
    tags = _column(db, "tags")
    if -1 in tags.values():
        _write(db, "tags", {tag: 0 if usn == -1 else usn for tag, usn in tags.items()})


def _is_pending(item: Any) -> bool:
    return isinstance(item, dict) and bool(item.get("usn") == -1)


def _column(db: sqlite3.Connection, column: str) -> dict[str, Any]:
    (text,) = db.execute(f"select {column} from col").fetchone()
    try:
        value = strict_json.parse(text)
    except (TypeError, ValueError) as error:
        raise ConversionError(f"col: {column}: {error}") from error
    if not isinstance(value, dict):
        raise ConversionError(f"col: {column} is not a JSON object")
    return value


def _write(db: sqlite3.Connection, column: str, value: dict[str, Any]) -> None:
    db.execute(f"update col set {column} = ?", (strict_json.dump(value),))
