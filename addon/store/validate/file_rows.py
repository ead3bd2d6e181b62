"""Check the rows of an uploaded collection: each column must hold what every client can read.

SQLite stores whatever it is given: old programs have left fractions and huge numbers in integer
columns, and a Rust client fails as soon as it touches such a row. One query for each table finds
the rows; only those that do not fit are examined one by one.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from ..faults import Invalid
from .values import I32_MAX, I32_MIN, I64_MAX, I64_MIN, U8_MAX, U16_MAX, U32_MAX, Wrong, truncate

Bounds = tuple[int, int]

_I64: Bounds = (I64_MIN, I64_MAX)
_I32: Bounds = (I32_MIN, I32_MAX)
_U32: Bounds = (0, U32_MAX)
_U16: Bounds = (0, U16_MAX)
_U8: Bounds = (0, U8_MAX)
_INTEGERS: dict[str, dict[str, Bounds]] = {
    "cards": {
        "nid": _I64,
        "did": _I64,
        "ord": _U16,
        "mod": _I64,
        "usn": _I32,
        "type": (0, 3),
        "queue": (-3, 4),
        "due": _I32,
        "ivl": _U32,
        "factor": _U16,
        "reps": _U32,
        "lapses": _U32,
        "left": _U32,
        "odue": _I32,
        "odid": _I64,
        "flags": _U8,
    },
    "notes": {"mid": _I64, "mod": _I64, "usn": _I32, "csum": _U32, "flags": _U32},
    "revlog": {
        "cid": _I64,
        "usn": _I32,
        "ease": _U8,
        "ivl": _I32,
        "lastIvl": _I32,
        "factor": _U32,
        "time": _U32,
        "type": (0, 5),
    },
}
_TEXTS = {"cards": ("data",), "notes": ("guid", "tags", "flds", "data"), "revlog": ()}
# there is no value to replace these with; a client that reads the card fails
_NOT_REPAIRED = {("cards", "type"), ("cards", "queue")}


def repair_rows(db: sqlite3.Connection, usn: int, now: int) -> list[str]:
    """Check and repair the rows of all tables; a repaired row gets `usn` and the mod `now` (s).

    Returns a line for each repaired row. Raises Invalid.
    """
    kinds = "typeof(oid) != 'integer' or typeof(type) != 'integer' or type not in (0, 1, 2)"
    db.execute(f"delete from graves where typeof(usn) != 'integer' or {kinds}")
    repairs = []
    for table, columns in _INTEGERS.items():
        for row_id in _misfits(db, table, columns):
            repairs.append(_repair_integers(db, table, row_id))
            _stamp(db, table, row_id, usn, now)
    for table, texts in _TEXTS.items():
        for row_id, values in _broken_texts(db, table, texts):
            sets = ", ".join(f"{column} = ?" for column in texts)
            db.execute(f"update {table} set {sets} where id = ?", (*values, row_id))
            _stamp(db, table, row_id, usn, now)
            repairs.append(f"{table} {row_id}: text was not UTF-8")
    return repairs


def _stamp(db: sqlite3.Connection, table: str, row_id: int, usn: int, now: int) -> None:
    mod = "" if table == "revlog" else f", mod = max(mod + 1, {now})"
    db.execute(f"update {table} set usn = ?{mod} where id = ?", (usn, row_id))


def _misfits(db: sqlite3.Connection, table: str, columns: dict[str, Bounds]) -> list[int]:
    wrong = [f"typeof({name}) != 'integer'" for name in columns]
    wrong += [
        f"{name} not between {low} and {high}"
        for name, (low, high) in columns.items()
        if (low, high) != _I64
    ]
    rows = db.execute(f"select id from {table} where {' or '.join(wrong)}")
    return [row_id for (row_id,) in rows]


def _repair_integers(db: sqlite3.Connection, table: str, row_id: int) -> str:
    columns = _INTEGERS[table]
    row = db.execute(f"select {', '.join(columns)} from {table} where id = ?", (row_id,)).fetchone()
    repaired = {}
    for value, (column, bounds) in zip(row, columns.items()):
        try:
            kept = _repaired(table, column, value, bounds)
        except Wrong as wrong:
            raise Invalid(f"{table} {row_id}: {column} {wrong}") from None
        if type(value) is not int or kept != value:
            repaired[column] = kept
    sets = ", ".join(f"{column} = ?" for column in repaired)
    db.execute(f"update {table} set {sets} where id = ?", (*repaired.values(), row_id))
    return f"{table} {row_id}: {', '.join(repaired)} out of range"


def _repaired(table: str, column: str, value: Any, bounds: Bounds) -> int:
    low, high = bounds
    if column == "factor" and type(value) is float and 1 < value < 10:
        value = round(value * 1000)  # Anki 2.1.28 wrote an ease of 250 % as 2.5
    number = truncate(value)
    if low <= number <= high:
        return number
    if (table, column) in _NOT_REPAIRED:
        raise Wrong(f"must be from {low} to {high}")
    if (table, column) == ("revlog", "type"):
        return 0  # as Anki reads it
    return max(low, min(high, number))


def _broken_texts(
    db: sqlite3.Connection, table: str, columns: tuple[str, ...]
) -> list[tuple[int, list[str]]]:
    """Return id and readable texts of each row with a text that is not UTF-8 or is a blob."""
    broken = []
    before = db.text_factory
    db.text_factory = bytes
    try:
        for name in columns:
            rows = db.execute(
                f"select id, {name}, typeof({name}) from {table} where {name} is not ''"
            )
            broken += [row_id for row_id, raw, kind in rows if kind != b"text" or not _is_utf8(raw)]
        found = []
        for row_id in sorted(set(broken)):
            row = db.execute(
                f"select {', '.join(columns)} from {table} where id = ?", (row_id,)
            ).fetchone()
            found.append((row_id, [str(raw or b"", "utf-8", "replace") for raw in row]))
        return found
    finally:
        db.text_factory = before


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True
