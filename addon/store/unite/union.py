"""Unite an uploaded collection with the stored one: all of it or nothing, like a session."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Optional

from .. import atomic
from ..transfer import backups
from ..transfer.incoming import (
    Incoming,
    Rejected,
    keep_original,
    original_of,
    require_travels,
)
from ..validate import Invalid
from .cards import Cards, unite_reviews
from .days import bring_to_same_day
from .decks import Decks
from .in_step import is_in_step, is_restructured
from .notes import unite_notes
from .objects import NoteTypes, unite_config, unite_presets, unite_tags
from .recent import delete_what_was_deleted_since, trim_to_recent
from .sides import Sides, UnionResult, opened_sides


def unite(incoming: Incoming, mark: Optional[int], now: float) -> UnionResult:
    """Unite what a device uploaded with the stored collection.

    The caller holds the stored collection, and it is not open. `mark` is the store's usn when this
    device was last in step, None if it never was; `now` in seconds. If such a device has changed
    the structure of its collection, the two cannot be united: its collection takes the place of the
    stored one, and only what came here since `mark` is united with it. The former collection is
    kept among the backups, and so is the upload if it could not be stored in full. Raises Rejected.
    """
    folder = incoming.folder
    with atomic.temporary(folder.root) as copy:
        shutil.copyfile(folder.collection, copy)
        try:
            result = _united(copy, incoming, mark, now)
        except Invalid as error:
            raise Rejected(str(error)) from error
        new = incoming.path if result.restructured else copy
        require_travels(new, incoming.step)  # each side does, but perhaps not both together
        with new.open("rb+") as file:
            atomic.flush_file(file)
        result.former = backups.replace_collection(folder, new)
    odd = (*incoming.odd, *_without_place(result))
    if odd:
        result.kept = keep_original(original_of(incoming.path), folder, odd)
    return result


def _united(copy: Path, incoming: Incoming, mark: Optional[int], now: float) -> UnionResult:
    """Write the union into the copy of the store, or into the upload if that takes its place."""
    with opened_sides(copy, incoming.path, int(now)) as sides:
        sides.mark = mark if mark is not None and is_in_step(sides, mark) else None
        if sides.mark is None or not is_restructured(sides, sides.mark):
            _unite(sides)
            _finish(sides, now)
            return sides.result
    trim_to_recent(copy, sides.mark)
    with opened_sides(incoming.path, copy, int(now)) as sides:
        device = sides.ours.stamps()
        delete_what_was_deleted_since(sides)
        _unite(sides)
        _finish(sides, now)
    return UnionResult(device.scm, device.usn, restructured=True)


def _without_place(result: UnionResult) -> Iterator[str]:
    if result.must_download:
        yield "a note type has other fields or templates here"
    if result.dropped:
        yield f"{result.dropped} cards have no note or template here"


def _unite(sides: Sides) -> None:
    bring_to_same_day(sides)
    decks = Decks(sides)
    unite_presets(sides)
    types = NoteTypes(sides)
    notes = unite_notes(sides, types)
    unite_reviews(sides)
    Cards(sides, types, notes)
    decks.bring_back()
    unite_tags(sides)
    unite_config(sides)
    types.resolve_names()


def _finish(sides: Sides, now: float) -> None:
    """Stamp and commit, later than the file, so that the device receives the config."""
    sides.ours.db.execute(
        "update main.col set usn = ?, mod = max(mod, (select mod from file.col))", (sides.usn,)
    )
    sides.ours.finish(int(now * 1000))
