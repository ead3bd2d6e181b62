"""Check the schema of an uploaded file: nothing in it may do more than hold Anki's rows.

Anki opens a file that contains more than its own tables, so we do not refuse it: what could run on
its own or break one of our statements (views, triggers, foreign indexes) is dropped, and a foreign
table (some add-ons and Android's own library make one) stays, unless it is sorted by a collation
that nobody else has: SQLite could neither check nor copy the file with it.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection
from itertools import islice

from ..faults import Invalid
from ..schema11.schema import INDEXES, TABLES
from .sql_words import words

# Anki's own schema has some 3 KB in 12 entries. More than this would take seconds, while other
# devices wait.
_MAX_ENTRIES = 1000
_MAX_SQL = 256 * 1024  # characters, all entries together
# What would make a row that Anki accepts fail here, or change it on the way in
_CONSTRAINT = re.compile(
    r"\b(check|unique|references|foreign|collate|generated|without|strict|on conflict)\b"
    r"|\bas\s*\("
)
_PRIMARY_KEY = {"col": "id", "notes": "id", "cards": "id", "revlog": "id", "graves": None}


def drop_active_content(db: sqlite3.Connection, unknown: Collection[str] = ()) -> tuple[str, ...]:
    """Drop what could run on its own or break one of our statements, before any other statement.

    `db` has passed `require_sound`, which returns the `unknown` collations, and has any schema.
    Returns a line for each view, trigger or table dropped, but not for indexes. Raises Invalid.
    """
    _check_size(db)
    dropped = []
    for kind, name, table, sql in db.execute(
        "select type, name, tbl_name, sql from sqlite_master where sql is not null"
    ).fetchall():
        if kind == "table":
            if list(islice(words(sql), 2)) == ["create", "virtual"]:
                raise Invalid(f"{name}: is a virtual table")
            if not _needs(unknown, sql):
                continue
        harmless = kind == "index" and (table not in TABLES or _is_ours(name, sql))
        if harmless and not _needs(unknown, sql):
            continue
        quoted = name.replace('"', '""')
        db.execute(f'drop {kind} if exists "{quoted}"')
        if kind != "index":
            dropped.append(f"{kind} {name}")
    return tuple(dropped)


def _needs(unknown: Collection[str], sql: str) -> bool:
    found = list(words(sql)) if unknown else []
    return any(
        # "?" stands for any name in quotes
        word == "collate" and (name in unknown or name == "?")
        for word, name in zip(found, found[1:])
    )


def _check_size(db: sqlite3.Connection) -> None:
    entries, size = db.execute(
        "select count(), coalesce(sum(length(sql)), 0) from sqlite_master"
    ).fetchone()
    if entries > _MAX_ENTRIES or size > _MAX_SQL:
        raise Invalid(
            f"its schema has {entries} entries with {size} characters in all; at most"
            f" {_MAX_ENTRIES} with {_MAX_SQL} can be read"
        )


def check_tables(db: sqlite3.Connection) -> None:
    """Check the tables of schema 11 and create missing indexes, after `drop_active_content`.

    Works inside the caller's transaction. Raises Invalid.
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
        raise Invalid(f"{table}: the table is missing")
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
    """Return SQL without comments and quotes, with uniform spacing and case."""
    return " ".join(words(sql)).replace("if not exists ", "")
