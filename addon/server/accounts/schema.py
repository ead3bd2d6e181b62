"""The tables of accounts.db, and the migrations of older files."""

from __future__ import annotations

import sqlite3

from ...store.sqlite import transaction

_FIRST_TABLES = (
    """create table users (
        name text primary key,
        folded text not null unique,
        password text not null,
        created integer not null
    ) without rowid""",
    """create table devices (
        id integer primary key,
        key_hash text not null unique,
        user text not null references users (name) on delete cascade,
        client text not null,
        created integer not null,
        last_seen integer not null
    )""",
    "create index devices_of_user on devices (user)",
)

# Names, how devices identify themselves in `meta`, and their last sync, for the window "Devices and
# activity". Numbers are never reused, or what a removed device did would be attributed to another.
_WHAT_DEVICES_DID = (
    "alter table devices rename to old_devices",
    """create table devices (
        id integer primary key autoincrement,
        key_hash text not null unique,
        user text not null references users (name) on delete cascade,
        client text not null,
        created integer not null,
        last_seen integer not null,
        name text not null default '',
        detail text not null default '',
        hosting integer not null default 0,
        synced integer not null default 0,
        sync_kind text not null default '',
        received integer not null default 0,
        sent integer not null default 0,
        size integer not null default 0,
        seconds real not null default 0,
        problem text not null default ''
    )""",
    """insert into devices (id, key_hash, user, client, created, last_seen)
        select id, key_hash, user, client, created, last_seen from old_devices""",
    "drop table old_devices",
    "create index devices_of_user on devices (user)",
)

# How far a device is in step with a bridged store: see contacts.py.
_FIRST_CONTACTS = (
    """create table contacts (
        device integer primary key references devices (id) on delete cascade,
        scm integer not null,
        mark integer,
        file_scm integer,
        owes_download integer not null
    )""",
)

# What a device has sent that is not in Anki yet, and when its last changes got there: lost with
# Anki's process otherwise.
_IN_ANKI = tuple(
    f"alter table devices add column {name} integer not null default 0"
    for name in ("in_anki", "waiting_reviews", "waiting_changes", "waiting_uploads")
)

# To tell devices apart, and to count what a person has done.
_ADDRESSES_AND_REVIEWS = (
    "alter table devices add column address text not null default ''",
    "alter table devices add column reviews integer not null default 0",
)

# Each one takes a file from the version of its index to the next.
_MIGRATIONS = (
    _FIRST_TABLES,
    _WHAT_DEVICES_DID,
    _FIRST_CONTACTS,
    _IN_ANKI,
    _ADDRESSES_AND_REVIEWS,
)
VERSION = len(_MIGRATIONS)


def migrate(db: sqlite3.Connection) -> None:
    """Create or migrate the tables, all or nothing. `db` is in autocommit mode.

    Raises sqlite3.DatabaseError if a newer LAN Sync wrote the file.
    """
    with transaction(db):  # the command line may do the same right now
        (version,) = db.execute("pragma user_version").fetchone()
        if version > VERSION:
            raise sqlite3.DatabaseError(
                f"accounts.db has version {version}, LAN Sync here supports {VERSION}: update it"
            )
        for statements in _MIGRATIONS[version:]:
            for statement in statements:
                db.execute(statement)
        db.execute(f"pragma user_version = {VERSION}")
