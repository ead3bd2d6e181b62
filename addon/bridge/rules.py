"""Who wins: the rules by which changes of both sides are brought together (docs/bridge.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from . import items
from .items import Content, Key, mod_of, same, with_mod

Changes = Mapping[Key, "Content | None"]


class Verdict(Enum):
    """What becomes of one thing."""

    AGREED = "agreed"  # both hold the same
    TO_COLLECTION = "to collection"
    TO_BOTH = "to both"  # into the collection, and the store is still to hear of it
    TO_STORE = "to store"


@dataclass
class Decisions:
    """What each thing becomes, None where it goes.

    Written to the collection first: `to_collection` as the store has it, `to_both` as neither has.
    `to_store` is what only the collection has yet.
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
    ours: Changes,
    theirs: Changes,
    here: Mapping[Key, Content],
    there: Mapping[Key, Content],
    *,
    structure: frozenset[Key] = frozenset(),
) -> Decisions:
    """Weigh every changed thing.

    `ours` changed in the collection, `theirs` in the store; `here` and `there` are what each side
    holds of these now. `structure`: note types and presets whose deletion is meant.
    """
    decisions = Decisions()
    for key in ours.keys() | theirs.keys():
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
        return Verdict.AGREED, mine  # in any spelling
    if same(kind, mine, yours):
        return Verdict.AGREED, mine
    if kind not in items.GRAVES and not deletion_counts and (mine is None or yours is None):
        # Without a grave a deletion cannot travel: what one side lacks comes back to it.
        return (Verdict.TO_COLLECTION, yours) if mine is None else (Verdict.TO_STORE, mine)
    if changed_here and changed_there:
        return _weigh_both(kind, mine, yours)
    if changed_here:
        return _handed_over(kind, mine, yours, Verdict.TO_STORE)
    return _handed_over(kind, yours, mine, Verdict.TO_COLLECTION)


def _weigh_both(
    kind: str, mine: Content | None, yours: Content | None
) -> tuple[Verdict, Content | None]:
    if mine is None:
        return Verdict.TO_STORE, None  # a deletion beats an edit, as in Anki
    if yours is None:
        return Verdict.TO_COLLECTION, None
    if kind == items.REVIEWS:
        return Verdict.AGREED, mine  # two of one millisecond: Anki ignores the second, too
    here, there = mod_of(kind, mine), mod_of(kind, yours)
    if here > there:
        return Verdict.TO_STORE, mine
    if there > here:
        return Verdict.TO_COLLECTION, yours
    # Devices that hold the loser's must take the winner's, too.
    return Verdict.TO_BOTH, with_mod(kind, yours, there + 1)


def _handed_over(
    kind: str, new: Content | None, old: Content | None, verdict: Verdict
) -> tuple[Verdict, Content | None]:
    """One side changed, so its content counts. Devices take an object only if it is not older than
    theirs: one handed over with an older time, after undo or by a slow clock, gets a newer one."""
    if kind in items.OBJECTS and new is not None and old is not None:
        latest = mod_of(kind, old)
        if mod_of(kind, new) < latest:
            return Verdict.TO_BOTH, with_mod(kind, new, latest + 1)
    return verdict, new
