"""The collection that Anki has open, and all calls into Anki that the bridge makes.

They exist and mean the same from 2.1.50 on. A statement that does not begin with `select` clears
the undo history (rslib/src/backend/dbproxy.rs). Never open a second SQLite connection to the file:
closing it would drop Anki's lock.
"""

from __future__ import annotations

import json
import os
import time
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..store.schema11.names import fold
from ..store.totals import Totals
from . import items
from .items import Content, Key

if TYPE_CHECKING:
    from anki.collection import Collection

_USN_INDEX = {
    items.NOTES: "ix_notes_usn",
    items.CARDS: "ix_cards_usn",
    items.REVIEWS: "ix_revlog_usn",
}
# For each open collection, the folders whose bridges have seen it. Anki makes a new proxy whenever
# it opens a file.
_seen_by: weakref.WeakKeyDictionary[Any, set[str]] = weakref.WeakKeyDictionary()


class Stamps(NamedTuple):
    """What shows whether a collection changed; `mod`, `scm`, `ls` in ms.

    This includes the undo status: undo sets `mod` back, and two operations can happen in the same
    millisecond.
    """

    mod: int
    usn: int
    scm: int
    ls: int
    undo: str
    redo: str
    step: int


class Closed(RuntimeError):
    """The collection is not open, or no longer."""


class Desktop:
    """An open collection, for one run only.

    Never keep it: Anki's own proxy outlives its profile and then reads the next one's file.
    """

    def __init__(self, col: Collection) -> None:
        """Raises Closed."""
        if col is None or col.db is None:
            raise Closed("the collection is closed")
        self.col: Any = col
        self.db: Any = col.db
        self.path = Path(str(col.path))

    # Stamps, and what kind of file this is

    def stamps(self) -> Stamps:
        mod, usn, scm, ls = self.db.first("select mod, usn, scm, ls from col")
        undo, redo, step = "", "", 0
        with suppress(AttributeError):
            status = self.col._backend.get_undo_status()
            undo, redo, step = status.undo, status.redo, status.last_step
        return Stamps(mod, usn, scm, ls, undo, redo, step)

    def identity(self) -> list[Any]:
        """Return the file's path and number; downloads and restored backups change the number."""
        return [str(self.path), os.stat(self.path).st_ino]

    def rows_written(self) -> int:
        """Return how many rows were written since the file was opened.

        SQL of other add-ons may leave the stamps alone.
        """
        return int(self.db.scalar("select total_changes()"))

    def is_new_to(self, folder: Path) -> bool:
        """Return whether the bridge of this folder has yet to see this open file."""
        return str(folder) not in _seen_by.get(self.db, set())

    def note_seen(self, folder: Path) -> None:
        """Record that the bridge of this folder has seen this open file."""
        _seen_by.setdefault(self.db, set()).add(str(folder))

    def totals(self) -> Totals:
        return Totals(*(self.count(table) for table in (items.CARDS, items.NOTES, items.REVIEWS)))

    def count(self, kind: str) -> int:
        return int(self.db.scalar(f"select count() from {kind}"))

    # Reading

    def pending_rows(self, kind: str) -> Iterator[Content]:
        """Return the pending rows. Without `indexed by`, SQLite would scan after `analyze`."""
        sql = f"select {items.COLUMNS[kind]} from {kind} indexed by {_USN_INDEX[kind]}"
        return map(tuple, self.db.all(f"{sql} where usn = -1"))

    def rows_since(self, kind: str, usn: int) -> Iterator[Content]:
        sql = f"select {items.COLUMNS[kind]} from {kind} indexed by {_USN_INDEX[kind]}"
        return map(tuple, self.db.all(f"{sql} where usn >= ?", usn))

    def all_rows(self, kind: str) -> Iterator[Content]:
        return map(tuple, self.db.all(f"select {items.COLUMNS[kind]} from {kind}"))

    def ids(self, kind: str) -> set[int]:
        return set(self.db.list(f"select id from {kind}"))

    def rows(self, kind: str, ids: Iterable[items.Id]) -> Iterator[Content]:
        for some in in_slices(ids):
            yield from map(
                tuple,
                self.db.all(f"select {items.COLUMNS[kind]} from {kind} where id in ({some})"),
            )

    def usns(self, kind: str) -> list[tuple[int, int]]:
        """Return (id, usn) of all objects of a kind."""
        return [(id, usn) for id, usn in self.db.all(f"select id, usn from {kind}")]

    def object(self, kind: str, id: items.Id) -> Content | None:
        """Return a deck, note type or preset as schema 11 has it."""
        backend = self.col._backend
        read = {
            items.DECKS: backend.get_deck_legacy,
            items.NOTE_TYPES: backend.get_notetype_legacy,
            items.PRESETS: backend.get_deck_config_legacy,
        }[kind]
        # for a missing one, Anki raises an error or, for presets, returns the default
        if not self.db.scalar(f"select 1 from {kind} where id = ?", id):
            return None
        found = json.loads(bytes(read(id)))
        found.pop("usn", None)
        return found

    def tags(self) -> list[tuple[str, int]]:
        return [(tag, usn) for tag, usn in self.db.all("select tag, usn from tags")]

    def graves(self, where: str) -> list[tuple[int, int]]:
        """Return (type, id) of graves."""
        return [
            (type, id) for type, id in self.db.all(f"select type, oid from graves where {where}")
        ]

    def config(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(bytes(self.col._backend.get_all_config()))
        return found

    def created(self) -> int:
        """Return `crt` in seconds."""
        return int(self.db.scalar("select crt from col"))

    def current(self, keys: Iterable[Key]) -> dict[Key, Content]:
        """Return those of these objects that exist."""
        found: dict[Key, Content] = {}
        for kind, ids in items.ids_by_kind(keys).items():
            if kind in items.ROWS:
                found.update(((kind, row[0]), row) for row in self.rows(kind, ids))
            elif kind in items.OBJECTS:
                for id in ids:
                    if (content := self.object(kind, id)) is not None:
                        found[kind, id] = content
            else:
                every = {fold(tag): tag for tag, _usn in self.tags()}
                found.update(((kind, tag), every[str(tag)]) for tag in ids if tag in every)
        return found

    # Writing

    def unbury(self, now: float) -> None:
        """Unbury cards, as Anki does when it first shows its decks on a new day."""
        self.col._backend.deck_tree(now=int(now))

    def end_undo(self) -> bool:
        """Clear the undo history; return whether there was anything in it."""
        stamps = self.stamps()
        if not stamps.undo and not stamps.redo:
            return False
        self.db.execute("update col set mod = mod where 0")
        self._end_undo_in_python()
        return True

    def _end_undo_in_python(self) -> None:
        """Clear the undo history of the old scheduler, which up to 2.1.66 is kept in Python.

        It does not notice writes; Anki's own sync clears it too.
        """
        with suppress(AttributeError):
            self.col.clear_python_undo()

    def transact(self, write: Callable[[], None]) -> None:
        """Run `write` in one transaction; clear Anki's caches of note types and decks, and undo."""
        if hasattr(self.db, "transact"):
            self.db.transact(write)
        else:  # before 23.10 a transaction was always open
            self.col.save()
            try:
                write()
            except BaseException:
                self.db.rollback()
                self.db.begin()
                raise
            self.db.commit()
            self.db.begin()
        # nothing is left to roll back, but this clears the backend's caches
        if hasattr(self.db, "transact"):
            self.col._backend.db_rollback()
        else:
            self.db.rollback()
            self.db.begin()
        self.col.models._clear_cache()
        self._end_undo_in_python()

    def touch(self, now_ms: int, *, new_schema: bool = False) -> None:
        """Mark the collection as changed, so that it syncs; with `new_schema`, one-way."""
        self.db.execute("update col set mod = max(mod + 1, ?)", now_ms)
        if new_schema:
            self.db.execute("update col set scm = max(scm + 1, ?)", now_ms)

    def put_object(self, kind: str, content: Content) -> None:
        """Store an object as a sync would; one with the same id must be deleted first."""
        backend = self.col._backend
        text = json.dumps({**content, "usn": -1}).encode()
        if kind == items.DECKS:
            backend.add_or_update_deck_legacy(deck=text, preserve_usn_and_mtime=True)
        elif kind == items.NOTE_TYPES:
            backend.add_or_update_notetype(json=text, preserve_usn_and_mtime=True, skip_checks=True)
        else:
            backend.add_or_update_deck_config_legacy(text)
            self.db.execute(
                "update deck_config set mtime_secs = ?, usn = -1 where id = ?",
                content["mod"],
                content["id"],
            )

    def set_config(self, name: str, value: Any) -> None:
        self.col._backend.set_config_json_no_undo(
            key=name, value_json=json.dumps(value).encode(), undoable=False
        )

    def copy_to(self, path: Path) -> None:
        """Write everything that is committed to a new file."""
        if not hasattr(self.db, "transact"):
            self.col.save()
            self.db.commit()
            try:
                self.db.execute("vacuum into ?", str(path))
            finally:
                self.db.begin()
        else:
            self.db.execute("vacuum into ?", str(path))


def in_slices(ids: Iterable[items.Id], size: int = 5000) -> Iterator[str]:
    """Yield slices of the ids as lists for SQL's `in ()`."""
    every: Sequence[int] = [int(id) for id in ids]
    for start in range(0, len(every), size):
        yield ",".join(map(str, every[start : start + size]))


def now_ms(clock: Callable[[], float] = time.time) -> int:
    return int(clock() * 1000)
