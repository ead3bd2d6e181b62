"""What must be there in the end: the last change of everything, whoever made it.

It is learnt from the device that an operation ran on: what is other than before was changed, and
the newest change wins, by Anki's own rule. Equality of all devices is tested elsewhere; this is
about the right content having won.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .contents import CARDS, DECKS, NOTE_TYPES, NOTES, PRESETS, REVIEWS, objects
from .device import Device

State = dict[tuple[str, str], tuple[int, Any]]
"""(kind, id) -> (`mod` in s, what the last change decides)."""

_CARD = "did, type, due, ivl, factor, reps, lapses, left, odue, odid, data"
"""Not the flag, which Anki changes without a new `mod`, and not the queue, to which each device
brings back its buried cards by itself."""

_CHANGING = {DECKS: "desc", NOTE_TYPES: "css", PRESETS: "new"}


def state(device: Device) -> State:
    """What a device holds, as far as the ledger looks at it."""
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
    """The history of one thing."""

    values: list[Any] = field(default_factory=list)
    """The newest change last; a Tie holds the two of a tie, of which either may win; UNKNOWN stands
    for an undo of which nobody can say whether it won."""
    removed_by: set[str] = field(default_factory=set)


@dataclass
class Tie:
    """Two changes of one second."""

    values: list[Any]


UNKNOWN = object()


class Ledger:
    """It hears of every operation and is asked at the end."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str], Entry] = {}
        self._undone: set[tuple[str, str]] = set()

    def did(self, device: str, before: State, after: State, *, tied: bool = False) -> None:
        """An operation of a device turned `before` into `after`; `tied`: within the second of the
        one that was told of last."""
        for key in before.keys() | after.keys():
            entry = self._entries.setdefault(key, Entry())
            if key not in after:
                entry.removed_by.add(device)
            elif key not in before:
                entry.removed_by.discard(device)
                entry.values.append(after[key][1])
            elif before[key] != after[key]:
                (_, value) = after[key]
                entry.values.append(Tie([value, *entry.values[-1:]]) if tied else value)

    def undid(self, device: str, before: State, after: State) -> None:
        """Undo or redo on a device. What comes back has its old `mod`, so that its content wins
        only where nobody else has changed the thing since."""
        for key in before.keys() | after.keys():
            entry = self._entries.setdefault(key, Entry())
            old, new = before.get(key), after.get(key)
            if old != new:
                self._undone.add(key)
            if new is None:
                # Reviews have no graves: one that another device knows comes back.
                if key[0] == REVIEWS:
                    entry.values.append(UNKNOWN)
                else:
                    entry.removed_by.add(device)
            elif old is None:
                entry.removed_by.discard(device)
                if key[0] == REVIEWS:
                    entry.values.append(new[1])
                elif entry.values[-1:] != [new[1]]:
                    entry.values.append(UNKNOWN)
            elif old != new:
                _take_back(entry.values, old[1], new[1])

    def bridged(self) -> None:
        """The bridge has seen what was undone."""
        self._undone.clear()

    def crashed(self, device: str) -> None:
        """The device's process has ended before the bridge saw what was undone there. What is left
        looks like an older copy that somebody has put back, so what was undone may return."""
        for key in self._undone:
            entry = self._entries[key]
            entry.values.append(UNKNOWN)
            entry.removed_by.discard(device)
        self._undone.clear()

    def missing(self, found: State) -> list[str]:
        """What a collection at the end lacks, holds against a deletion, or holds in an older form;
        a line for each."""
        wrong = []
        for key, entry in sorted(self._entries.items()):
            kind, id = key
            if entry.removed_by:
                if key in found and kind in (NOTES, CARDS, DECKS):
                    wrong.append(f"{kind} {id}: deleted by {sorted(entry.removed_by)}, is there")
            elif entry.values[-1] is UNKNOWN:
                continue
            elif key not in found:
                wrong.append(f"{kind} {id}: gone, and nobody deleted it")
            elif not _is(found[key][1], entry.values[-1]):
                wrong.append(f"{kind} {id}: {found[key][1]!r}, not {entry.values[-1]!r}")
        return wrong


def _take_back(values: list[Any], old: Any, new: Any) -> None:
    """Undo the newest change, if it is the one that was undone: then what was before it counts
    again, even UNKNOWN. If another device has changed the thing since, that change stays in the
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
