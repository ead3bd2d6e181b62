"""Decide which side wins (docs/bridge.md, "Rules")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from . import items
from .items import Content, Key, mod_of, same_content, with_mod

Changed = Mapping[Key, "Content | None"]
"""What changed on one side; None for what was deleted."""


class Verdict(Enum):
    """What to do with one object."""

    AGREED = "agreed"  # both sides are the same
    TO_COLLECTION = "to collection"
    TO_BOTH = "to both"  # first the collection, then the store
    TO_STORE = "to store"


@dataclass
class Decisions:
    """The new content of each object; None deletes it.

    `to_collection` is the store's version, `to_store` the collection's, `to_both` one that neither
    side has yet. The collection is written first.
    """

    agreed: set[Key] = field(default_factory=set)
    to_collection: dict[Key, Content | None] = field(default_factory=dict)
    to_both: dict[Key, Content | None] = field(default_factory=dict)
    to_store: dict[Key, Content | None] = field(default_factory=dict)

    def add(self, key: Key, verdict: Verdict, content: Content | None) -> None:
        if verdict is Verdict.AGREED:
            self.agreed.add(key)
        elif verdict is Verdict.TO_COLLECTION:
            self.to_collection[key] = content
        elif verdict is Verdict.TO_BOTH:
            self.to_both[key] = content
        else:
            self.to_store[key] = content


def decide(
    ours: Changed,
    theirs: Changed,
    here: Mapping[Key, Content],
    there: Mapping[Key, Content],
    *,
    structure: frozenset[Key] = frozenset(),
) -> Decisions:
    """Decide about every changed object.

    `ours` changed in the collection, `theirs` in the store; `here` and `there` are each side's
    current versions. `structure`: note types and presets whose deletion is intended.
    """
    decisions = Decisions()
    for key in {**ours, **theirs}:  # in the order of reading: rows are written in it, too
        mine, yours = here.get(key), there.get(key)
        decisions.add(
            key, *_weigh(key[0], mine, yours, key in ours, key in theirs, key in structure)
        )
    return decisions


def _weigh(
    kind: str,
    mine: Content | None,
    yours: Content | None,
    changed_here: bool,
    changed_there: bool,
    deletion_counts: bool,
) -> tuple[Verdict, Content | None]:
    if kind == items.TAGS and mine is not None and yours is not None:
        return Verdict.AGREED, mine  # in either spelling
    if same_content(kind, mine, yours):
        return Verdict.AGREED, mine
    if kind not in items.GRAVES and not deletion_counts and (mine is None or yours is None):
        # Without graves, a deletion cannot be told from something new: restore it.
        return (Verdict.TO_COLLECTION, yours) if mine is None else (Verdict.TO_STORE, mine)
    if changed_here and changed_there:
        return _weigh_both(kind, mine, yours)
    if changed_here:
        return _accept(kind, mine, yours, Verdict.TO_STORE)
    return _accept(kind, yours, mine, Verdict.TO_COLLECTION)


def _weigh_both(
    kind: str, mine: Content | None, yours: Content | None
) -> tuple[Verdict, Content | None]:
    if mine is None:
        return Verdict.TO_STORE, None  # a deletion beats an edit, as in Anki
    if yours is None:
        return Verdict.TO_COLLECTION, None
    if kind == items.REVIEWS:
        return Verdict.AGREED, mine  # two in the same millisecond: Anki ignores the second too
    here, there = mod_of(kind, mine), mod_of(kind, yours)
    if here > there:
        return Verdict.TO_STORE, mine
    if there > here:
        return Verdict.TO_COLLECTION, yours
    # Devices with the losing version must accept the winning one.
    return Verdict.TO_BOTH, with_mod(kind, yours, there + 1)


def _accept(
    kind: str, new: Content | None, old: Content | None, verdict: Verdict
) -> tuple[Verdict, Content | None]:
    """Accept the version of the only side that changed.

    Devices accept an object only if it is not older than theirs. If the new version has an older
    time, after undo or from a slow clock, give it a newer one.
    """
    if kind in items.OBJECTS and new is not None and old is not None:
        latest = mod_of(kind, old)
        if mod_of(kind, new) < latest:
            return Verdict.TO_BOTH, with_mod(kind, new, latest + 1)
    return verdict, new
