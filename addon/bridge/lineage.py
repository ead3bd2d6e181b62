"""What happened to a side since the last bridging that its usns cannot tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from . import items
from .desktop import Desktop, Stamps
from .items import Key, is_grave
from .read_desktop import Reading
from .state import State


@dataclass
class Lineage:
    """Facts about both sides; where one is true, everything is compared."""

    collection_marked: bool = False  # its schema was, or it was uploaded: no usn means what it did
    collection_replaced: bool = False  # another file: a download, a backup from the File menu
    collection_older: bool = False  # an older copy of the file was put back
    store_marked: bool = False  # a phone uploaded
    store_older: bool = False  # an older copy was put back
    counts_differ: bool = False  # after the last bridging
    joined_account: bool = False  # it belonged to no server, and now it does
    strangers: bool = False  # they have never met
    takes_store: bool = False  # never met, and a person wants the collection to become the store

    def __bool__(self) -> bool:
        return any(vars(self).values())

    @property
    def unites(self) -> bool:
        """Whether neither side's usns tell what changed: then times do."""
        return self.collection_older or self.store_older or self.joined_account or self.strangers


def is_stranger(desktop: Desktop, state: State) -> bool:
    """Whether this is not the collection that the store belongs to: another profile's."""
    path, number = state.get("d_file")
    here = desktop.identity()
    known = Stamps(*state.get("d_stamps"))
    return path != here[0] and number != here[1] and known.scm != desktop.stamps().scm


def look(desktop: Desktop, state: State, store: list[int], first: bool) -> Lineage:
    """Compare both sides' stamps with those after the last bridging.

    `first`: this opened file has not been met before. Deferred a smaller `mod` is an undo.
    """
    was, now = Stamps(*state.get("d_stamps")), desktop.stamps()
    mod, scm, usn = store
    s_mod, s_scm, s_usn = state.get("s_stamps")
    other_file = state.get("d_file") != desktop.identity()
    own_scm = state.get("own_scm")
    found = Lineage(
        collection_marked=now.scm != was.scm or (now.ls != was.ls and now.usn == was.usn),
        collection_older=now.usn < was.usn or (first and now.mod < was.mod and now.scm == was.scm),
        store_marked=scm != s_scm,
        store_older=scm == s_scm and (usn < s_usn or (usn == s_usn and mod < s_mod)),
        counts_differ=bool(state.get("compare")),
    )
    if own_scm is not None and now.scm != own_scm:
        found.joined_account = (now.ls, now.usn) != (was.ls, was.usn) or other_file
    if first and other_file and not found.collection_older:
        # also with the stamps of before: someone marks the schema, syncs, and takes the download
        found.collection_replaced = found.collection_marked = True
    if found.collection_marked:
        found.collection_older = False
    return found


def lost_what_waited(reading: Reading, was: Stamps) -> bool:
    """Whether things that waited for the server are gone or as they were before, though no sync
    took them: at a first meeting, when nothing can have been undone, that is an older copy."""
    return reading.stamps.usn == was.usn and any(
        key in reading.changed
        and key not in reading.pending
        and items.grave(key) not in reading.pending  # deleted by hand
        for key in reading.seen
        if not is_grave(key) and key[0] in items.ROWS
    )


def waiting(seen: Mapping[Key, bytes], news: Mapping[Key, Any]) -> int:
    """How many things no server knows yet."""
    return len(seen.keys() | news.keys())
