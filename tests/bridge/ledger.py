"""What must be there in the end: the last change of everything, whoever made it.

The ledger compares a device before and after each operation: what differs was changed, and the
newest change wins, by Anki's own rule. Whether all devices are equal is tested elsewhere; this is
about whether the right content won.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .contents import CARDS, DECKS, NOTE_TYPES, NOTES, PRESETS, REVIEWS, objects
from .device import Device

State = dict[tuple[str, str], tuple[int, Any]]
"""(kind, id) -> (`mod` in s, what the last change decides)."""

_CARD = "did, type, due, ivl, factor, reps, lapses, left, odue, odid, data"
"""Without the flag, which Anki changes without a new `mod`, and the queue, because each device
unburies its own cards."""

_CHANGING = {DECKS: "desc", NOTE_TYPES: "css", PRESETS: "new"}


def state(device: Device) -> State:
    """Return what a device holds, as far as the ledger compares it."""
    found: State = {}
    for id, mod, mid, flds, tags in device.rows("select id, mod, mid, flds, tags from notes"):
        found[NOTES, str(id)] = mod, (mid, str(flds), sorted(tags.split()))
    for id, mod, *values in device.rows(f"select id, mod, {_CARD} from cards"):
        found[CARDS, str(id)] = mod, tuple(values)
    for (id,) in device.rows("select id from revlog"):
        found[REVIEWS, str(id)] = 0, ()
    for kind, items in objects(device).items():
        for id, value in items.items():
            found[kind, id] = value["mod"], value.get(_CHANGING[kind])
    return found


@dataclass
class Entry:
    """The history of one object."""

    values: list[Any] = field(default_factory=list)
    """The newest change last. A Tie holds two changes, of which either may win; UNKNOWN stands for
    an undo that may or may not have won."""
    removed_by: set[str] = field(default_factory=set)
    may_be_gone: bool = False
    """Whether its deletion, which was undone and done again, may have survived a crash."""


@dataclass
class Tie:
    """Two changes within the same second."""

    values: list[Any]


UNKNOWN = object()


class Ledger:
    """Records every operation, and finds what is missing at the end."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str], Entry] = {}
        self._undone: set[tuple[str, str]] = set()

    def record(self, device: str, before: State, after: State, *, tied: bool = False) -> None:
        """Record an operation that turned `before` into `after`.

        `tied`: within the same second as the last one recorded.
        """
        for key in before.keys() | after.keys():
            entry = self._entries.setdefault(key, Entry())
            if key not in after:
                entry.removed_by.add(device)
            elif key not in before:
                entry.removed_by.discard(device)
                entry.may_be_gone = False
                entry.values.append(after[key][1])
            elif before[key] != after[key]:
                (_, value) = after[key]
                entry.values.append(Tie([value, *entry.values[-1:]]) if tied else value)

    def record_undo(self, device: str, before: State, after: State) -> None:
        """Record an undo or redo. What comes back has its old `mod`, so its content wins only if
        nobody else has changed the object since."""
        for key in before.keys() | after.keys():
            entry = self._entries.setdefault(key, Entry())
            old, new = before.get(key), after.get(key)
            if old != new:
                self._undone.add(key)
            if new is None:
                # Reviews have no graves: one that another device has comes back.
                if key[0] == REVIEWS:
                    entry.values.append(UNKNOWN)
                else:
                    entry.removed_by.add(device)
            elif old is None:
                entry.removed_by.discard(device)
                entry.may_be_gone = False
                if key[0] == REVIEWS:
                    entry.values.append(new[1])
                elif entry.values[-1:] != [new[1]]:
                    entry.values.append(UNKNOWN)
            elif old != new:
                _take_back(entry.values, old[1], new[1])

    def record_merge(self) -> None:
        """Record that the bridge has seen what was undone."""
        self._undone.clear()

    def record_crash(self, device: str) -> None:
        """Record that the device's process ended before the bridge saw what was undone there. The
        collection then looks like a restored older copy, so what was undone may return."""
        for key in self._undone:
            entry = self._entries[key]
            entry.values.append(UNKNOWN)
            entry.may_be_gone = device in entry.removed_by
            entry.removed_by.discard(device)
        self._undone.clear()

    def missing(self, found: State) -> list[str]:
        """Return a line for each object that `found` lacks, has despite a deletion, or has in an
        older form."""
        wrong = []
        for key, entry in sorted(self._entries.items()):
            kind, id = key
            if entry.removed_by:
                if key in found and kind in (NOTES, CARDS, DECKS):
                    wrong.append(
                        f"{kind} {id}: deleted by {sorted(entry.removed_by)}, but still there"
                    )
            elif entry.values[-1] is UNKNOWN or (entry.may_be_gone and key not in found):
                continue
            elif key not in found:
                wrong.append(f"{kind} {id}: gone, but nobody deleted it")
            elif not _is(found[key][1], entry.values[-1]):
                wrong.append(f"{kind} {id}: {found[key][1]!r}, not {entry.values[-1]!r}")
        return wrong


def _take_back(values: list[Any], old: Any, new: Any) -> None:
    """Remove the newest change if it is the one that was undone, so that the one before it counts
    again, even UNKNOWN. If another device has changed the object since, that change stays in the
    history, whatever a later undo goes back to."""
    if values[-1:] == [old] and (values[-2:-1] == [new] or values[-2:-1] == [UNKNOWN]):
        values.pop()
    else:
        values.append(UNKNOWN)


def _is(value: Any, wanted: Any) -> bool:
    if wanted is UNKNOWN:
        return True
    if isinstance(wanted, Tie):
        return any(_is(value, one) for one in wanted.values)
    return bool(value == wanted)
