"""The schema of an uploaded file: nothing in it may do more than hold Anki's rows.

Anki opens a file with more in it than its own tables, so such a file is not refused: what could
run by itself or stop a statement of ours (views, triggers, foreign indexes) is dropped, a foreign
table (some add-ons make one, Android's own library too) stays.
"""

from __future__ import annotations

import re
import sqlite3

from ..schema11.schema import INDEXES, TABLES
from .objects import Invalid

_COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
# What would make a row that Anki takes fail here, or change it on the way in
_CONSTRAINT = re.compile(
    r"\b(check|unique|references|foreign|collate|generated|without|strict|on conflict)\b"
    r"|\bas\s*\("
)
_PRIMARY_KEY = {"col": "id", "notes": "id", "cards": "id", "revlog": "id", "graves": None}


def drop_active(db: sqlite3.Connection) -> tuple[str, ...]:
    """Drop what could run by itself or stop a statement of ours, before any other statement.

    `db` has passed `PRAGMA quick_check` and is of any schema. Returns a line for each thing that
    held somebody's work: views and triggers, but not indexes. Raises Invalid.
    """
    dropped = []
    for kind, name, table, sql in db.execute(
        "select type, name, tbl_name, sql from sqlite_master where sql is not null"
    ).fetchall():
        if kind == "table":
            if _words(sql).startswith("create virtual"):
                raise Invalid(f"{name}: is a virtual table")
            continue
        if kind == "index" and (table not in TABLES or _is_ours(name, sql)):
            continue
        quoted = name.replace('"', '""')
        db.execute(f'drop {kind} if exists "{quoted}"')
        if kind != "index":
            dropped.append(f"{kind} {name}")
    return tuple(dropped)


def check_tables(db: sqlite3.Connection) -> None:
    """Check the tables of schema 11 and make missing indexes, where `drop_active` has been.

    Raises Invalid. Works inside the caller's transaction.
    """
    for table, sql in TABLES.items():
        _check_table(db, table, sql)
    for name, place in INDEXES.items():
        db.execute(f"create index if not exists {name} on {place}")


def _check_table(db: sqlite3.Connection, table: str, our_sql: str) -> None:
    found = db.execute(
        "select sql from sqlite_master where type = 'table' and name = ? and rootpage > 0", (table,)
    ).fetchone()
    if found is None:
        raise Invalid(f"{table}: no such table")
    if _words(found[0]) == _words(our_sql):
        return
    columns = [
        (name.lower(), kind.lower(), hidden)
        for _, name, kind, _, _, _, hidden in db.execute(f"pragma table_xinfo({table})")
    ]
    body = our_sql[our_sql.index("(") + 1 :]
    ours = [(part.split()[0].lower(), part.split()[1], 0) for part in body.split(",")]
    if columns != ours:
        raise Invalid(f"{table}: its columns are not Anki's")
    constraint = _CONSTRAINT.search(_words(found[0]))
    if constraint:
        raise Invalid(f"{table}: has a constraint ({constraint.group()}) that is not Anki's")
    keys = [row[1] for row in db.execute(f"pragma table_xinfo({table})") if row[5]]
    if keys != [key for key in [_PRIMARY_KEY[table]] if key]:
        raise Invalid(f"{table}: its primary key is not Anki's")


def _is_ours(name: str, sql: str) -> bool:
    place = INDEXES.get(name.lower())
    return place is not None and _words(sql) == _words(f"create index {name} on {place}")


def _words(sql: str) -> str:
    """SQL without comments, quotes and differences of spacing and case."""
    bare = re.sub(r"[\"`\[\]]", "", _COMMENT.sub(" ", sql)).lower()
    return " ".join(re.sub(r"([(),])", r" \1 ", bare.replace("if not exists", "")).split())
