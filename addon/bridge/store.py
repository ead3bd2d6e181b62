"""The user's store, for one run of the bridge."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..store import patient
from ..store.collection import collection as stored
from ..store.collection.collection import Collection
from ..store.paths import UserFolder
from ..store.schema11.names import fold
from ..store.schema11.structure import same_structure
from ..store.sqlite import open_durable
from ..store.sqlite_errors import is_system_error
from ..store.totals import Totals
from ..store.transfer.stored import open_stored
from . import items
from .desktop import in_slices
from .items import Content, Key
from .state import State
from .structure import outline

log = logging.getLogger(__name__)

_FORMER = 10  # outlines of each note type

COLUMN_OF = {
    items.DECKS: stored.DECKS,
    items.NOTE_TYPES: stored.NOTE_TYPES,
    items.PRESETS: stored.PRESETS,
}


class Store:
    """A stored collection and the bridge's state, open in one transaction."""

    def __init__(self, folder: UserFolder, collection: Collection, state: State) -> None:
        self.folder = folder
        self.collection = collection
        self.state = state
        self.db: sqlite3.Connection = collection.db
        self._begin()

    def _begin(self) -> None:
        self.collection.begin()
        self._changes_before = self.db.total_changes

    def stamps(self) -> list[int]:
        """Return mod (ms), scm (ms) and usn."""
        return list(self.db.execute("select mod, scm, usn from col").fetchone())

    @property
    def usn(self) -> int:
        return self.stamps()[2]

    def commit(self) -> None:
        """Commit, and continue in a new transaction."""
        self.db.execute("commit")
        self._begin()

    def leave_out_collection(self) -> None:
        """Continue in a transaction in which only the state is about to be written.

        If the collection is locked for writing too, SQLite commits both as one, even if only the
        state has changed: eight flushes instead of five. Does nothing if something was written.
        """
        if self.db.total_changes == self._changes_before:
            self.db.execute("rollback")
            self.db.execute("begin")

    def totals(self) -> Totals:
        return Totals(*(self.count(table) for table in (items.CARDS, items.NOTES, items.REVIEWS)))

    def count(self, kind: str) -> int:
        if kind in COLUMN_OF:
            return len(self.objects(kind))
        return int(self.db.execute(f"select count() from {kind}").fetchone()[0])

    def count_since(self, kind: str, usn: int) -> int:
        """Return how many rows have this usn or a later one."""
        query = f"select count() from {kind} where usn >= ?"
        return int(self.db.execute(query, (usn,)).fetchone()[0])

    def objects(self, kind: str) -> dict[str, Any]:
        """Return all objects of a kind as the store keeps them, by their id as a string."""
        return self.collection.column(COLUMN_OF[kind])

    def note_outlines(self) -> None:
        """Record the structure of all note types, to know later which side changed it.

        A few former ones are kept, to know one that a phone has merely kept.
        """
        note_types = self.objects(items.NOTE_TYPES)
        before, former = self.state.get("outlines", {}), self.state.get("former_outlines", {})
        for id in before.keys() & note_types.keys():
            if not same_structure(before[id], note_types[id]):
                former[id] = [*former.get(id, ()), before[id]][-_FORMER:]
        self.state.put("outlines", {id: outline(each) for id, each in note_types.items()})
        self.state.put("former_outlines", former)

    def has_had(self, note_type: Content) -> bool:
        """Return whether a note type has this structure, or had it."""
        id = str(note_type["id"])
        now = self.objects(items.NOTE_TYPES).get(id)
        had = self.state.get("former_outlines", {}).get(id, ())
        return now is None or any(same_structure(each, note_type) for each in (now, *had))

    def news(self, since: int, own: set[int]) -> dict[Key, Content | None]:
        """Return what devices changed from a usn on, None for what they deleted.

        What the bridge itself wrote, with the usns `own`, is left out.
        """
        found: dict[Key, Content | None] = {}
        for kind, number in items.GRAVES.items():
            rows = self.db.execute(
                "select oid, usn from graves where type = ? and usn >= ?", (number, since)
            )
            found.update(((kind, oid), None) for oid, usn in rows if usn not in own)
        for kind in items.ROWS:
            rows = self.db.execute(
                f"select {items.COLUMNS[kind]} from {kind}"
                f" where usn >= ? and usn not in ({','.join(map(str, own))})",
                (since,),
            )
            found.update(((kind, row[0]), row) for row in rows)
        for kind in items.OBJECTS:
            for object in self.objects(kind).values():
                if object["usn"] >= since and object["usn"] not in own:
                    found[kind, int(object["id"])] = _without_usn(object)
        for tag, usn in self.collection.column(stored.TAGS).items():
            if usn >= since and usn not in own:
                found[items.TAGS, fold(tag)] = tag
        return found

    def all_rows(self, kind: str) -> Iterator[Content]:
        yield from self.db.execute(f"select {items.COLUMNS[kind]} from {kind}")

    def ids(self, kind: str) -> set[int]:
        return {id for (id,) in self.db.execute(f"select id from {kind}")}

    def current(self, keys: Iterable[Key]) -> dict[Key, Content]:
        """Return those of these objects that exist."""
        found: dict[Key, Content] = {}
        for kind, ids in items.ids_by_kind(keys).items():
            if kind in items.ROWS:
                for some in in_slices(ids):
                    rows = self.db.execute(
                        f"select {items.COLUMNS[kind]} from {kind} where id in ({some})"
                    )
                    found.update(((kind, row[0]), row) for row in rows)
            elif kind in items.OBJECTS:
                objects = self.objects(kind)
                for id in ids:
                    if str(id) in objects:
                        found[kind, id] = _without_usn(objects[str(id)])
            else:
                found.update(self._tags(ids))
        return found

    def _tags(self, folded: Iterable[items.Id]) -> dict[Key, Content]:
        every = {fold(tag): tag for tag in self.collection.column(stored.TAGS)}
        return {(items.TAGS, tag): every[tag] for tag in map(str, folded) if tag in every}

    def graves(self) -> dict[Key, int]:
        """Return all graves, with their usns."""
        kinds = {number: kind for kind, number in items.GRAVES.items()}
        return {
            (kinds[type], oid): usn
            for usn, oid, type in self.db.execute("select usn, oid, type from graves order by usn")
            if type in kinds
        }


def _without_usn(object: dict[str, Any]) -> Content:
    return {key: value for key, value in object.items() if key != "usn"}


def is_free(folder: UserFolder) -> bool:
    """Return at once whether a merge can write without waiting for another user of the file.

    A reader, such as a backup, keeps a merge from committing and will soon be done: False. Raises
    sqlite3.OperationalError if another program has the file locked for writing.
    """
    if not folder.has_collection:
        return True
    try:
        with contextlib.closing(open_durable(folder.collection, timeout=0)) as db:
            db.execute("begin immediate")
            db.execute("rollback")
            with contextlib.suppress(sqlite3.OperationalError):
                db.execute("begin exclusive")
                return True
            return False
    except sqlite3.Error as error:
        if is_system_error(error):
            raise
        return True  # a damaged file is reported when it is read


@contextlib.contextmanager
def opened_store(folder: UserFolder) -> Iterator[Store]:
    """Open the store with the bridge's state; roll back what is not committed at the end.

    The caller must hold the store: no session runs, and no other process writes. Raises
    sqlite3.Error, ConversionError for a damaged store, StoreTooNew.
    """
    with contextlib.closing(open_stored(folder)) as collection:
        yield Store(folder, collection, _state(collection.db, folder.bridge))


def _state(db: sqlite3.Connection, path: Path) -> State:
    """Open the state; set a damaged one aside, so that both sides are compared and paired again."""
    try:
        return State(db, path)
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:  # a full disk, a lock: not the file's fault
            raise
        aside = path.with_name(f"{path.name}.damaged")
        log.warning("%s is damaged (%s) and now named %s", path, error, aside.name)
        with contextlib.suppress(sqlite3.Error):
            db.execute("detach bridge")
        patient.replace(path, aside)
        return State(db, path)
