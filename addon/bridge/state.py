"""The bridge's state for a user: `bridge.db` beside the stored collection.

It is attached to the store's connection, so that SQLite commits both in one transaction, as it does
for files with rollback journals. It belongs to this computer and is not exported.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import StoreTooNew
from .items import Content, Key

VERSION = 1

_TABLES = """
create table if not exists bridge.state (name text primary key, value text not null) without rowid;
create table if not exists bridge.seen (
  kind text not null, id not null, print blob not null, primary key (kind, id)
) without rowid;
create table if not exists bridge.config (name text primary key, value text not null) without rowid;
create table if not exists bridge.own (usn integer primary key);
"""


class Planned(NamedTuple):
    """What a merge was about to do to an object of the collection.

    Fingerprints before and after, None if there is no object; for decks, note types and presets
    also the content, because Anki may store something else.
    """

    before: bytes | None
    after: bytes | None
    content: Content | None = None


class Plan:
    """What a merge is about to do to the collection.

    `prints` are the fingerprints afterwards, and `text` is what is saved.
    """

    def __init__(
        self, objects: Iterable[tuple[Key, bytes | None, bytes | None, Content | None]]
    ) -> None:
        """`objects` are keys with the values of a `Planned`."""
        self.prints: dict[Key, bytes | None] = {}
        entries = []
        for key, before, after, content in objects:
            self.prints[key] = after
            entries.append((*key, before and before.hex(), after and after.hex(), content))
        self.text = json.dumps(entries)


class State:
    """The state, inside the transaction of the store's connection."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        """Attach the file, creating it if necessary. Raises StoreTooNew and sqlite3.Error."""
        self._db = db
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        db.execute("attach ? as bridge", (str(path),))
        db.execute("pragma bridge.synchronous = extra")  # as `store.sqlite` does for the store
        # a file in WAL mode would not be committed as one with the store (sqlite.org/lang_attach)
        db.execute("pragma bridge.journal_mode = delete").fetchone()
        if not db.execute("select 1 from bridge.sqlite_master where name = 'own'").fetchone():
            db.executescript(_TABLES)
        version = self.get("version")
        if version is None:
            self.put("version", VERSION)
        elif version > VERSION:
            raise StoreTooNew(path)

    def get(self, name: str, default: Any = None) -> Any:
        """Return a value, as JSON holds it."""
        row = self._db.execute("select value from bridge.state where name = ?", (name,)).fetchone()
        return default if row is None else json.loads(row[0])

    def has(self, name: str) -> bool:
        """Return whether there is such a value, without reading it."""
        query = "select exists (select 1 from bridge.state where name = ?)"
        return bool(self._db.execute(query, (name,)).fetchone()[0])

    def put(self, name: str, value: Any) -> None:
        self._put(name, json.dumps(value))

    def _put(self, name: str, text: str) -> None:
        self._db.execute("insert or replace into bridge.state values (?, ?)", (name, text))

    def forget(self, *names: str) -> None:
        self._db.executemany("delete from bridge.state where name = ?", ((n,) for n in names))

    def seen(self) -> dict[Key, bytes]:
        """Return fingerprints of what was pending in the collection and known to the store."""
        rows = self._db.execute("select kind, id, print from bridge.seen")
        return {(kind, id): print for kind, id, print in rows}

    def save_seen(self, before: Mapping[Key, bytes], now: Mapping[Key, bytes]) -> None:
        self._db.executemany(
            "delete from bridge.seen where kind = ? and id = ?", before.keys() - now.keys()
        )
        self._db.executemany(
            "insert or replace into bridge.seen values (?, ?, ?)",
            ((*key, print) for key, print in now.items() if before.get(key) != print),
        )

    def plan(self) -> dict[Key, Planned]:
        return {
            (kind, id): Planned(_bytes(before), _bytes(after), content)
            for kind, id, before, after, content in self.get("plan", ())
        }

    def save_plan(self, plan: Plan) -> None:
        self._put("plan", plan.text)

    def drop_plan(self) -> None:
        self.forget("plan")

    def config(self) -> dict[str, Any]:
        """Return the configuration both sides had last time."""
        rows = self._db.execute("select name, value from bridge.config")
        return {name: json.loads(value) for name, value in rows}

    def save_config(self, config: Mapping[str, Any]) -> None:
        self._db.execute("delete from bridge.config")
        self._db.executemany(
            "insert into bridge.config values (?, ?)",
            ((name, json.dumps(value)) for name, value in config.items()),
        )

    def own(self) -> set[int]:
        """Return the usns, from `s_usn` on, with which the bridge itself wrote."""
        return {usn for (usn,) in self._db.execute("select usn from bridge.own")}

    def save_own(self, usns: Iterable[int]) -> None:
        self._db.execute("delete from bridge.own")
        self._db.executemany("insert into bridge.own values (?)", ((usn,) for usn in usns))


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else bytes.fromhex(text)
