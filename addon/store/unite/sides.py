"""The two sides of a union, and which one wins where they differ."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from ...protocol import jsontext
from ..collection.collection import CONFIG, DECKS, NOTE_TYPES, PRESETS, TAGS, Collection
from ..schema11.graves import clear_graves

OWN_USNS = 2**29
"""USNs from here on are the store's own. When it is created from a desktop's collection, rows keep
the smaller ones of the server that the desktop syncs with."""


@dataclass
class UnionResult:
    """The result of a union, in numbers of rows and objects."""

    file_scm: int  # the schema stamp that the device has, ms
    file_usn: int  # and its usn
    taken: int = 0  # from the device
    dropped: int = 0  # from the device, because there is no place for it here
    restructured: bool = False
    """Whether the device had changed the structure: then its collection took the store's place."""
    must_download: bool = False
    """Whether a note type has another structure here, which no ordinary sync can send."""
    reshaped_at: int = 0
    """When the device last changed such a note type (s), if that was pending; else 0."""
    former: Optional[Path] = None
    """The backup that the stored collection has become."""
    kept: Optional[Path] = None
    """The backup of an upload that could not be stored in full."""


@dataclass
class Sides:
    """The stored collection in a transaction, with the uploaded file attached as `file`."""

    ours: Collection
    theirs: Mapping[str, dict[str, Any]]  # the file's JSON columns
    file_usn: int
    mark: Optional[int]
    """The store's usn when the device was last in step; None at the first contact."""
    usn: int  # stamped on whatever one of the sides lacks
    now: int  # s
    result: UnionResult

    def theirs_wins(self, ours_mod: int, ours_usn: int, theirs_mod: int) -> bool:
        """Return whether the device's version wins; times in seconds."""
        if self.mark is not None and ours_usn < self.mark:
            return True  # only the device changed it
        if ours_mod != theirs_mod:
            return ours_mod < theirs_mod
        # Flagging a card changes the card but not its time. What changed here since the device last
        # synced is the new version, and the device has the old one.
        return self.mark is None and ours_usn < self.file_usn - 1

    def stays_deleted(self, grave_usn: int, theirs_usn: int) -> bool:
        """Return whether a deletion here wins over what the device still has, changed or not."""
        if self.mark is not None:
            return grave_usn >= self.mark  # it knew of an older one, so it has restored the object
        return theirs_usn <= grave_usn  # else the server it comes from has restored the object

    def graves(self, kind: int) -> dict[int, int]:
        """Return the usn of each grave of a kind, by the id of what was deleted."""
        query = "select oid, max(usn) from graves where type = ? group by oid"
        return dict(self.ours.db.execute(query, (kind,)))

    def add_graves(self, kind: int, ids: Iterable[int]) -> None:
        """Record deletions, for every device that does not know of them."""
        ids = list(ids)
        clear_graves(self.ours.db, kind, ids)
        self.ours.db.executemany(
            "insert into graves (usn, oid, type) values (?, ?, ?)",
            ((self.usn, id, kind) for id in ids),
        )


@contextlib.contextmanager
def opened_sides(store: Path, file: Path, now: int) -> Iterator[Sides]:
    """Open both in one transaction, which is rolled back unless the block commits it.

    Both are in schema 11, and the file has been checked (`validate.whole_collection`); the file is
    changed too. `now` in seconds. The sides are those of a first contact until the caller sets
    `mark`.
    """
    with contextlib.closing(Collection(store)) as ours:
        ours.db.execute("attach ? as file", (str(file),))
        columns = (NOTE_TYPES, DECKS, PRESETS, TAGS, CONFIG)
        texts = ours.db.execute(f"select {', '.join(columns)} from file.col").fetchone()
        theirs = {name: jsontext.loads(text or "{}") for name, text in zip(columns, texts)}
        scm, file_usn = ours.db.execute("select scm, usn from file.col").fetchone()
        ours.begin()
        usn = max(ours.stamps().usn, file_usn)
        yield Sides(ours, theirs, file_usn, None, usn, now, UnionResult(scm, file_usn))
