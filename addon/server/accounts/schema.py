"""The tables of accounts.db, and the steps that bring an older file up to date."""

from __future__ import annotations

import sqlite3

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

# Names, what `meta` tells of a device, and its last sync: the window "Devices and activity".
# Numbers are never given twice: what a revoked device did is not put down to the next one.
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

# What brings a file from the version of its place here to the next.
_STEPS = (_FIRST_TABLES, _WHAT_DEVICES_DID, _FIRST_CONTACTS)
VERSION = len(_STEPS)


def bring_up_to_date(db: sqlite3.Connection) -> None:
    """Make or change the tables as need be, all or nothing; `sqlite3.DatabaseError` if a newer
    LAN Sync wrote the file. `db` is in autocommit mode."""
    db.execute("begin immediate")  # the command line may do the same at this moment
    try:
        (version,) = db.execute("pragma user_version").fetchone()
        if version > VERSION:
            raise sqlite3.DatabaseError(
                f"accounts.db has version {version}, this LAN Sync knows only {VERSION}: update it"
            )
        for statements in _STEPS[version:]:
            for statement in statements:
                db.execute(statement)
        db.execute(f"pragma user_version = {VERSION}")
        db.execute("commit")
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise
