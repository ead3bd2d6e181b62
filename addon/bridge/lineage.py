"""What usns cannot tell about the sides' history since the last merge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from . import items
from .desktop import Desktop, Stamps
from .items import Key, is_grave
from .read_desktop import Reading
from .state import State


@dataclass
class Lineage:
    """Facts about both sides; if any is true, everything is compared."""

    collection_marked: bool = False  # schema marked, or uploaded: usns have lost their meaning
    collection_replaced: bool = False  # another file: a download, a restored backup
    collection_older: bool = False  # an older copy of the file was restored
    maybe_older: bool = False  # that, or undone before a crash; edited since
    store_marked: bool = False  # a phone uploaded
    store_older: bool = False  # an older copy was restored
    counts_differ: bool = False  # after the last merge
    joined_account: bool = False  # the collection had no server, and now has one
    never_merged: bool = False  # the sides were never merged
    takes_store: bool = False  # a person chose the store's content, or put a backup back there
    restructured_by: str | None = None  # both are marked, but only this side changed note types
    accepts_upload: bool = False  # a person also wants here what an upload dropped

    def __bool__(self) -> bool:
        return any(vars(self).values())

    @property
    def unites(self) -> bool:
        """Whether usns of neither side tell what changed, so that times decide."""
        older = self.collection_older or self.maybe_older or self.store_older
        return older or self.joined_account or self.never_merged


def is_other_collection(desktop: Desktop, state: State) -> bool:
    """Return whether the store belongs to another collection, such as another profile's."""
    path, number = state.get("d_file")
    here = desktop.identity()
    known = Stamps(*state.get("d_stamps"))
    return path != here[0] and number != here[1] and known.scm != desktop.stamps().scm


def look(desktop: Desktop, state: State, store: list[int], first: bool) -> Lineage:
    """Compare both sides' stamps with those after the last merge.

    `first`: the bridge sees this open file for the first time. Later, a smaller `mod` is an undo.
    """
    was, now = Stamps(*state.get("d_stamps")), desktop.stamps()
    mod, scm, usn = store
    s_mod, s_scm, s_usn = state.get("s_stamps")
    other_file = state.get("d_file") != desktop.identity()
    lower_usn = now.usn < was.usn
    own_scm = state.get("own_scm")
    found = Lineage(
        collection_marked=now.scm != was.scm or (now.ls != was.ls and now.usn == was.usn),
        collection_older=lower_usn or (first and now.mod < was.mod and now.scm == was.scm),
        store_marked=scm != s_scm,
        store_older=scm == s_scm and (usn < s_usn or (usn == s_usn and mod < s_mod)),
        counts_differ=bool(state.get("compare")),
    )
    if own_scm is not None and now.scm != own_scm:
        found.joined_account = (now.ls, now.usn) != (was.ls, was.usn) or other_file
    replaced = other_file  # but ext4 reuses the numbers of files
    if first and found.collection_marked:
        replaced = replaced or lower_usn or _is_new(desktop, state)
    if first and replaced and (found.collection_marked or not found.collection_older):
        # even with the old stamps: someone marked the schema, synced, and chose to download; and
        # even with a lower usn: a backup, another account, or a new collection
        found.collection_replaced = found.collection_marked = True
    if found.collection_marked:
        found.collection_older = False
    return found


def _is_new(desktop: Desktop, state: State) -> bool:
    """Return whether the collection has none of the note types that both sides had."""
    here = {str(id) for id, _usn in desktop.usns(items.NOTE_TYPES)}
    return here.isdisjoint(state.get("outlines", {}))


def lost_pending_changes(reading: Reading, was: Stamps) -> bool:
    """Return whether pending changes are gone although no sync sent them.

    When an open file is seen for the first time, it is then an older copy, or something was undone
    just before a crash.
    """
    return reading.stamps.usn == was.usn and any(
        key in reading.changed
        and key not in reading.pending
        and items.grave(key) not in reading.pending  # deleted by a person
        for key in reading.seen
        if not is_grave(key) and key[0] in items.ROWS
    )


def waiting(seen: Mapping[Key, bytes], news: Mapping[Key, Any], lacking: Iterable[Key]) -> int:
    """Count the changes that no server has yet, and what the collection lacks."""
    return len({*seen, *news, *lacking})
