"""Find what changed in the desktop's collection since the last merge.

Usns alone cannot tell: objects stay pending until they are sent to the desktop's server, setting a
flag does not change `mod`, and undo restores rows with their old usn and `mod` and removes new rows
and graves without a trace. So `seen` has a fingerprint of everything pending that the store knows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..store.schema11.names import fold
from . import items
from .configuration import CREATED
from .desktop import Desktop, Stamps, in_slices
from .items import Content, Key, fingerprint, grave, is_grave, of_grave

_READ_AGAIN = 20


class StillMoving(Exception):
    """The collection kept changing while it was read."""


@dataclass
class Reading:
    """The state of the collection at one moment.

    `changed`: what changed here, None for what was deleted. `pending`: the keys of everything
    pending, graves included. `here`: this side's version of what changed on either side. `graves`:
    what devices deleted and has a grave here. `seen`: the fingerprints of the last merge.
    """

    stamps: Stamps
    seen: Mapping[Key, bytes]
    changed: dict[Key, Content | None] = field(default_factory=dict)
    pending: set[Key] = field(default_factory=set)
    here: dict[Key, Content] = field(default_factory=dict)
    graves: set[Key] = field(default_factory=set)
    config: dict[str, Any] = field(default_factory=dict)


def read(
    desktop: Desktop, seen: Mapping[Key, bytes], d_usn: int, news: Mapping[Key, Content | None]
) -> Reading:
    """Read what changed, and this side's version of `news`; retry while others write.

    Raises StillMoving.
    """
    for _ in range(_READ_AGAIN):
        reading = Reading(desktop.stamps(), seen)
        since = d_usn if reading.stamps.usn != d_usn else None
        _read_things(desktop, reading, since)
        _read_graves(desktop, reading, since)
        there = desktop.current(key for key in news if key not in reading.changed)
        changed = {key: value for key, value in reading.changed.items() if value is not None}
        reading.here = {**there, **changed}
        reading.graves = _graves_of(desktop, [key for key, new in news.items() if new is None])
        reading.config = {**desktop.config(), CREATED: desktop.created()}
        if desktop.stamps() == reading.stamps:
            return reading
    raise StillMoving


def _read_things(desktop: Desktop, reading: Reading, since: int | None) -> None:
    found = dict(_candidates(desktop, reading, since))
    missing = [key for key in reading.seen if not is_grave(key) and key not in found]
    found.update(desktop.current(missing))
    for key, content in found.items():
        if key not in reading.seen or reading.seen[key] != fingerprint(key[0], content):
            reading.changed[key] = content
    for key in missing:
        if key not in found:
            reading.changed[key] = None


def _candidates(
    desktop: Desktop, reading: Reading, since: int | None
) -> Iterable[tuple[Key, Content]]:
    for kind in items.ROWS:  # reviews first, so that their cards are at least as new
        for row in desktop.pending_rows(kind):
            reading.pending.add((kind, row[0]))
            yield (kind, row[0]), row
        if since is not None:
            for row in desktop.rows_since(kind, since):
                yield (kind, row[0]), row
    for kind in items.OBJECTS:
        for id, usn in desktop.usns(kind):
            if usn == -1:
                reading.pending.add((kind, id))
            if usn == -1 or (since is not None and usn >= since):
                content = desktop.object(kind, id)
                if content is not None:
                    yield (kind, id), content
    for tag, usn in desktop.tags():
        key = (items.TAGS, fold(tag))
        if usn == -1:
            reading.pending.add(key)
        if usn == -1 or (since is not None and usn >= since):
            yield key, tag


def _read_graves(desktop: Desktop, reading: Reading, since: int | None) -> None:
    kinds = {number: kind for kind, number in items.GRAVES.items()}
    waiting = [grave((kinds[t], id)) for t, id in desktop.graves("usn = -1") if t in kinds]
    reading.pending.update(waiting)
    found = set(waiting)
    if since is not None:
        found |= {
            grave((kinds[t], id)) for t, id in desktop.graves(f"usn >= {since}") if t in kinds
        }
    new = [of_grave(key) for key in found if key not in reading.seen]
    there = desktop.current(new)  # Anki may keep a grave of something that exists
    reading.changed.update((key, None) for key in new if key not in there)
    lost = [of_grave(key) for key in reading.seen if is_grave(key) and key not in found]
    still = _graves_of(desktop, lost)
    # the deletion was undone, so the object has changed, whatever its usn and mod
    reading.changed.update(desktop.current(key for key in lost if key not in still))


def _graves_of(desktop: Desktop, keys: Collection[Key]) -> set[Key]:
    """Return those of the keys that have a grave."""
    return {
        (kind, id)
        for kind, number in items.GRAVES.items()
        for some in in_slices(id for of, id in keys if of == kind)
        for _type, id in desktop.graves(f"type = {number} and oid in ({some})")
    }
