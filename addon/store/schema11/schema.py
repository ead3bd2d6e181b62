"""Anki's schema 11: its tables, an empty collection, and the check that a file has the tables.

Source: Anki's rslib/src/storage/schema11.sql and sqlite.rs.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from ..sqlite import transaction
from ..sqlite_errors import is_system_error, wrap_decode_errors
from . import stock, strict_json
from .findings import ConversionError

VERSION = 11

TABLES = {
    "col": """
create table col (
  id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null,
  conf text not null, models text not null, decks text not null, dconf text not null,
  tags text not null
)""",
    # sfld is an integer column on purpose: numbers in it then sort as numbers.
    "notes": """
create table notes (
  id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null,
  csum integer not null, flags integer not null, data text not null
)""",
    "cards": """
create table cards (
  id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null,
  due integer not null, ivl integer not null, factor integer not null, reps integer not null,
  lapses integer not null, left integer not null, odue integer not null, odid integer not null,
  flags integer not null, data text not null
)""",
    "revlog": """
create table revlog (
  id integer primary key, cid integer not null, usn integer not null, ease integer not null,
  ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
  type integer not null
)""",
    "graves": """
create table graves (
  usn integer not null, oid integer not null, type integer not null
)""",
}

INDEXES = {
    "ix_notes_usn": "notes (usn)",
    "ix_cards_usn": "cards (usn)",
    "ix_revlog_usn": "revlog (usn)",
    "ix_cards_nid": "cards (nid)",
    "ix_cards_sched": "cards (did, queue, due)",
    "ix_revlog_cid": "revlog (cid)",
    "ix_notes_csum": "notes (csum)",
}

# Old clients write rows without naming columns, so a table must have exactly these, in this order.
_COLUMNS = {
    "col": "id crt mod scm ver dty usn ls conf models decks dconf tags",
    "notes": "id guid mid mod usn tags flds sfld csum flags data",
    "cards": "id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags"
    " data",
    "revlog": "id cid usn ease ivl lastIvl factor time type",
}
_GRAVES = ("usn", "oid", "type")


def create_empty(db: sqlite3.Connection) -> None:
    """Fill an empty database with the collection of a new account.

    Its `mod` is 0, so that the first contact of two empty sides is not a conflict, and nothing in
    it refers to the v2 scheduler, which Anki 2.0 would refuse. It holds the default deck and preset
    and the basic note types, so that every client can open it: Anki 2.0 fails without a note type.
    """
    now_ms = int(time.time() * 1000)
    with transaction(db):
        for statement in TABLES.values():
            db.execute(statement)
        for name, columns in INDEXES.items():
            db.execute(f"create index {name} on {columns}")
        note_types = stock.note_types(first_id=now_ms)
        db.execute(
            "insert into col values (1, ?, 0, ?, ?, 0, 0, 0, ?, ?, ?, ?, '{}')",
            (
                _start_of_day(now_ms // 1000),
                now_ms,
                VERSION,
                strict_json.dump(stock.config(current_note_type=now_ms)),
                strict_json.dump(note_types),
                strict_json.dump(stock.DECKS),
                strict_json.dump(stock.PRESETS),
            ),
        )


def version(db: sqlite3.Connection) -> object:
    """Return ``col.ver``. Raises ConversionError if the table or its one row is missing."""
    if "ver" not in _columns(db, "col"):
        raise ConversionError("col: the table or its column ver is missing")
    rows = db.execute("select ver from col limit 2").fetchall()
    if len(rows) != 1:
        raise ConversionError(f"col: {'no row' if not rows else 'more than one row'}")
    return rows[0][0]


def require_tables(db: sqlite3.Connection) -> None:
    """Make sure that an uploaded file has the tables of every schema. Raises ConversionError."""
    for table, names in _COLUMNS.items():
        if _columns(db, table) != tuple(names.lower().split()):
            raise ConversionError(f"{table}: the table is missing, or its columns are not Anki's")
    if sorted(_columns(db, "graves")) != sorted(_GRAVES):
        raise ConversionError("graves: the table is missing, or its columns are not Anki's")


def check_columns(db: sqlite3.Connection, tables: Mapping[str, Sequence[str]]) -> list[str]:
    """Make sure that tables have at least these columns; return a line for each other column.

    Raises ConversionError.
    """
    found = []
    for table, needed in tables.items():
        columns = _columns(db, table)
        missing = [column for column in needed if column not in columns]
        if missing:
            raise ConversionError(f"{table}: the table or its column {missing[0]} is missing")
        found += [f"{table}: column {name}" for name in columns if name not in needed]
    return found


@contextmanager
def broken_file() -> Iterator[None]:
    """Turn SQLite's errors about a broken file, or one that is not SQLite, into ConversionError.

    Errors of our own disk stay sqlite3.Error.
    """
    try:
        with wrap_decode_errors():
            yield
    except sqlite3.Error as error:
        if is_system_error(error):
            raise
        raise ConversionError(f"the SQLite file is damaged: {error}") from error


def _columns(db: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return a real table's columns in lower case; none for a view or virtual table."""
    is_table = "select 1 from sqlite_master where type = 'table' and name = ? and rootpage > 0"
    if db.execute(is_table, (table,)).fetchone() is None:
        return ()
    return tuple(row[1].lower() for row in db.execute(f"pragma table_info({table})"))


def _start_of_day(now: int) -> int:
    """Return 4 am of the current day, local time, in seconds: a study day begins then."""
    local = time.localtime(now - 4 * 3600)
    return int(time.mktime((*local[:3], 4, 0, 0, 0, 0, -1)))
