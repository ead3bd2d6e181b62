"""What the bridge remembers of a user: `bridge.db` beside the stored collection.

It is attached to the store's connection, so that both are committed as one: SQLite does that for
files with rollback journals. It belongs to this computer and is left out of exports.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import Problem
from .items import Content, Id, Key

VERSION = 1

_TABLES = """
create table if not exists bridge.state (name text primary key, value text not null) without rowid;
create table if not exists bridge.seen (
  kind text not null, id not null, print blob not null, primary key (kind, id)
) without rowid;
create table if not exists bridge.config (name text primary key, value text not null) without rowid;
create table if not exists bridge.own (usn integer primary key);
"""


class StateTooNew(Problem):
    """A later version of the add-on wrote the bridge's state."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} was written by a newer version of LAN Sync: update this one")


class Planned(NamedTuple):
    """What a bridging was about to do to a thing of the collection: fingerprints before and
    after, None for no such thing; of an object its content, as Anki may store another."""

    before: bytes | None
    after: bytes | None
    content: Content | None = None


class State:
    """The remembered state, inside the transaction of the store's connection."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        """Attach the file, making it if need be. Raises StateTooNew and sqlite3.Error."""
        self._db = db
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        db.execute("attach ? as bridge", (str(path),))
        db.execute("pragma bridge.synchronous = extra")  # as `store.sqlite` has it for the store
        if not db.execute("select 1 from bridge.sqlite_master where name = 'own'").fetchone():
            db.executescript(_TABLES)
        version = self.get("version")
        if version is None:
            self.put("version", VERSION)
        elif version > VERSION:
            raise StateTooNew(path)

    def get(self, name: str, default: Any = None) -> Any:
        """A remembered value, as JSON holds it."""
        row = self._db.execute("select value from bridge.state where name = ?", (name,)).fetchone()
        return default if row is None else json.loads(row[0])

    def put(self, name: str, value: Any) -> None:
        self._db.execute(
            "insert or replace into bridge.state values (?, ?)", (name, json.dumps(value))
        )

    def forget(self, *names: str) -> None:
        self._db.executemany("delete from bridge.state where name = ?", ((n,) for n in names))

    def seen(self) -> dict[Key, bytes]:
        """What the collection held pending, and the store knows, by its fingerprint."""
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

    def save_plan(self, plan: Mapping[Key, Planned]) -> None:
        self.put(
            "plan", [(*key, _text(p.before), _text(p.after), p.content) for key, p in plan.items()]
        )

    def drop_plan(self) -> None:
        self.forget("plan")

    def config(self) -> dict[str, Any]:
        """The configuration both sides had last time."""
        rows = self._db.execute("select name, value from bridge.config")
        return {name: json.loads(value) for name, value in rows}

    def save_config(self, config: Mapping[str, Any]) -> None:
        self._db.execute("delete from bridge.config")
        self._db.executemany(
            "insert into bridge.config values (?, ?)",
            ((name, json.dumps(value)) for name, value in config.items()),
        )

    def own(self) -> set[int]:
        """The usns of sessions in which the bridge itself wrote, from `s_usn` on."""
        return {usn for (usn,) in self._db.execute("select usn from bridge.own")}

    def save_own(self, usns: Iterable[int]) -> None:
        self._db.execute("delete from bridge.own")
        self._db.executemany("insert into bridge.own values (?)", ((usn,) for usn in usns))


def _text(print: bytes | None) -> str | None:
    return None if print is None else print.hex()


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else bytes.fromhex(text)


__all__ = ["Id", "Planned", "State", "StateTooNew"]
