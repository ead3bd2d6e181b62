"""The union of an uploaded collection with the stored one: all of it or nothing, as a session."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Optional

from .. import atomic
from ..transfer import backups
from ..transfer.incoming import Incoming, Rejected, keep_original, original_of
from ..validate import Invalid
from .cards import Cards, unite_reviews
from .days import same_day
from .decks import Decks
from .in_step import is_in_step, is_restructured
from .notes import unite_notes
from .objects import NoteTypes, unite_config, unite_presets, unite_tags
from .sides import Sides, United, opened


def unite(incoming: Incoming, mark: Optional[int], now: float) -> Optional[United]:
    """Unite what a device uploaded with the stored collection, which must be held.

    The stored one is open nowhere. `mark` is the store's usn when this device was last in step,
    None if it never was; `now` in seconds. Returns None, with nothing done, for a device in step
    that has changed the structure of its collection: the two cannot be united. The collection as
    it was is kept among the backups, and so is the upload if not all of it has a place. Raises
    `Rejected`.
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
        with copy.open("rb+") as file:
            atomic.flush_file(file)
        backups.replace(folder, copy)
    odd = (*incoming.odd, *_without_place(sides.result))
    if odd:
        keep_original(original_of(incoming.path), folder, odd)
    return sides.result


def _without_place(result: United) -> Iterator[str]:
    if result.must_download:
        yield "a note type has other fields or templates here"
    if result.dropped:
        yield f"{result.dropped} cards have no note or template here"


def _unite(sides: Sides) -> None:
    same_day(sides)
    decks = Decks(sides)
    unite_presets(sides)
    types = NoteTypes(sides)
    notes = unite_notes(sides, types)
    unite_reviews(sides)
    Cards(sides, types, notes)
    decks.bring_back()
    unite_tags(sides)
    unite_config(sides)
    types.settle_names()


def _finish(sides: Sides, now: float) -> None:
    """Stamp and commit. Later than the file's, so that the device gets the configuration."""
    sides.ours.db.execute(
        "update main.col set usn = ?, mod = max(mod, (select mod from file.col))", (sides.usn,)
    )
    sides.ours.finish(int(now * 1000))
