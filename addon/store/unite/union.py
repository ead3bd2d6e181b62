"""Unite an uploaded collection with the stored one: all of it or nothing, like a session."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
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
from .sides import Sides, UnionResult, opened


def unite(incoming: Incoming, mark: Optional[int], now: float) -> Optional[UnionResult]:
    """Unite what a device uploaded with the stored collection.

    The caller holds the stored collection, and it is not open. `mark` is the store's usn when this
    device was last in step, None if it never was; `now` in seconds. Returns None and does nothing
    for a device in step that has changed the structure of its collection: the two cannot be united.
    The former collection is kept among the backups, and so is the upload if it could not be stored
    in full. Raises Rejected.
    """
    folder = incoming.folder
    with atomic.temporary(folder.root) as copy:
        shutil.copyfile(folder.collection, copy)
        try:
            with opened(copy, incoming.path, int(now)) as sides:
                if mark is not None and is_in_step(sides, mark):
                    if is_restructured(sides, mark):
                        return None
                    sides.mark = mark
                _unite(sides)
                _finish(sides, now)
        except Invalid as error:
            raise Rejected(str(error)) from error
        require_travels(copy, incoming.step)  # each side does, but perhaps not both together
        with copy.open("rb+") as file:
            atomic.flush_file(file)
        backups.replace(folder, copy)
    odd = (*incoming.odd, *_without_place(sides.result))
    if odd:
        keep_original(original_of(incoming.path), folder, odd)
    return sides.result


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
