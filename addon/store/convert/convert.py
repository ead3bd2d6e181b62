"""Convert an uploaded schema-18 collection to schema 11, in place and without Anki.

Schema 11 keeps note types, decks, presets, config and tags as JSON in the one row of ``col``;
schema 18 keeps them in seven tables, partly as protobuf. The host's own Anki could convert too, but
it drops what its version does not know; this converter reports it.

Source: Anki's rslib/src/storage/upgrades and rslib/src/*/schema11.rs.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from ..schema11 import schema, strict_json
from ..schema11.collation import register_collations
from ..schema11.findings import ConversionError, Location, UnknownSchema
from ..sqlite import transaction
from .decks import decks
from .notetypes import note_types
from .presets import presets
from .rows import any_text, blob, text, whole

__all__ = ["ConversionError", "UnknownSchema", "register_collations", "to_schema11"]

_NEWEST = 18
# Columns of the tables that only schema 18 has.
_TABLES_OF_18 = {
    "config": ("key", "usn", "mtime_secs", "val"),
    "tags": ("tag", "usn", "collapsed", "config"),
    "deck_config": ("id", "name", "mtime_secs", "usn", "config"),
    "decks": ("id", "name", "mtime_secs", "usn", "common", "kind"),
    "notetypes": ("id", "name", "mtime_secs", "usn", "config"),
    "fields": ("ntid", "ord", "name", "config"),
    "templates": ("ntid", "ord", "name", "mtime_secs", "usn", "config"),
}
_INDEXES_OF_18 = ("idx_cards_odid", "idx_notes_mid")


def to_schema11(db: sqlite3.Connection) -> tuple[str, ...]:
    """Convert an open collection of schema 18 to schema 11, as one transaction.

    ``db`` is in autocommit mode (``isolation_level=None``) and the only connection to the file,
    which ends up with a rollback journal, not WAL. A collection that is already in schema 11 is
    left alone. The result must still be checked (`validate.whole_collection`), and its usns settled
    (`settle`).

    Returns a line for each thing that schema 11 cannot hold or that this program does not know,
    such as ``deck config 1: field 47``. If there are any, keep the original file.

    Raises ConversionError when the collection is broken, and UnknownSchema (a ConversionError) when
    its schema is neither 11 nor 18; the file is then unchanged. Errors of our own disk (full, I/O)
    stay ``sqlite3.Error``.
    """
    register_collations(db)
    found: list[str] = []
    with schema.broken_file(), any_text(db):
        version = schema.version(db)
        if version not in (schema.VERSION, _NEWEST):
            raise UnknownSchema(version)
        db.execute("pragma journal_mode = delete").fetchone()
        if version == _NEWEST:
            with transaction(db):
                schema.require_tables(db)
                found += schema.check_columns(db, _TABLES_OF_18)
                _convert(db, found)
    return tuple(found)


def _convert(db: sqlite3.Connection, found: list[str]) -> None:
    columns = {
        "conf": _config(db, found),
        "models": note_types(db, found),
        "decks": decks(db, found),
        "dconf": presets(db, found),
        "tags": _tags(db, found),
    }
    for name, value in columns.items():
        db.execute(f"update col set {name} = ?", (strict_json.dump(value),))
    _graves(db)
    for table in _TABLES_OF_18:
        db.execute(f"drop table {table}")
    for index in _INDEXES_OF_18:
        db.execute(f"drop index if exists {index}")
    db.execute("update col set ver = ?", (schema.VERSION,))


def _graves(db: sqlite3.Connection) -> None:
    """Move the graves to the older table, which allows several for one object."""
    # not `alter table`: it parses the whole schema again and fails on anything stale in it
    db.execute("create temp table kept as select usn, oid, type from main.graves")
    db.execute("drop table main.graves")
    db.execute(schema.TABLES["graves"])
    db.execute("insert into graves (usn, oid, type) select usn, oid, type from temp.kept")
    db.execute("drop table temp.kept")


def _config(db: sqlite3.Connection, found: list[str]) -> dict[str, Any]:
    config = {}
    for key, value in db.execute("select key, val from config"):
        location = Location(f"config {key!r}", found)
        try:
            parsed = strict_json.parse(blob(value, location, "val").decode("utf-8"))
        except ValueError as error:
            raise location.fail(error) from error
        config[text(key, location, "key")] = parsed
    return config


def _tags(db: sqlite3.Connection, found: list[str]) -> dict[str, int]:
    tags = {}
    for name, usn, config in db.execute("select tag, usn, config from tags"):
        location = Location(f"tag {name!r}", found)
        if config:
            location.note("config")
        tags[text(name, location, "tag")] = whole(usn, location, "usn", bits=32)
    return tags
