"""Find and repair what is wrong with a user's collection and media."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from ..collection.collection import DECKS, Collection
from ..collection.merge_objects import Span
from ..collection.merge_rows import apply_graves
from ..faults import Invalid, NotNow
from ..media.check import MediaFaults
from ..media.store import MediaStore
from ..paths import UserFolder
from ..schema11.graves import clear_graves_of_existing
from ..schema11.schema import broken_file
from ..validate import Graves, require_sound
from .backup_files import REPAIR
from .copies import back_up
from .stored import open_stored


@dataclass(frozen=True)
class Repaired:
    """What was wrong, and is not any more.

    `graves`: records of deletions of what exists. `backup` is the name of the backup that was made
    before the collection was changed; "" if it was not.
    """

    cards_without_note: int
    notes_without_cards: int
    graves: int
    media: MediaFaults
    backup: str

    @property
    def nothing(self) -> bool:
        """Whether all was well."""
        return not any((self.cards_without_note, self.notes_without_cards, self.graves)) and (
            self.media == MediaFaults([], [], [], False)
        )


def check_data(
    folder: UserFolder, media: Callable[[], AbstractContextManager[MediaStore]], now: int
) -> Repaired:
    """Check a user's data, which the caller holds; repair what can be repaired. `now` is in ms.

    Devices get the deletions with their next sync. Raises NotNow if the collection is damaged: only
    a backup helps then. Raises OSError and sqlite3.Error.
    """
    cards = notes = graves = 0
    backup = ""
    if folder.has_collection:
        with contextlib.closing(open_stored(folder)) as collection:
            _require_sound(collection)
            found = _orphans(collection)
            graves = _needless_graves(collection)
            cards, notes = len(found.cards), len(found.notes)
            if cards or notes or graves:
                made = back_up(folder, REPAIR)
                backup = "" if made is None else made.stem
                _repair(collection, found, now)
    with media() as store:
        faults = store.check()
    return Repaired(cards, notes, graves, faults, backup)


def _require_sound(collection: Collection) -> None:
    try:
        with broken_file():
            require_sound(collection.db)
    except Invalid as error:
        raise NotNow(f"the collection is damaged: restore a backup ({error})") from error


def _orphans(collection: Collection) -> Graves:
    """Return cards without a note and notes without a card, as Anki's own check removes them."""
    cards, notes = (
        [id for (id,) in collection.db.execute(query)]
        for query in (
            "select id from cards where nid not in (select id from notes)",
            "select id from notes where id not in (select nid from cards)",
        )
    )
    return Graves(cards, notes, [])


def _needless_graves(collection: Collection) -> int:
    query = (
        "select count() from graves where (type = 0 and oid in (select id from cards))"
        " or (type = 1 and oid in (select id from notes))"
    )
    (rows,) = collection.db.execute(query).fetchone()
    graves = {oid for (oid,) in collection.db.execute("select oid from graves where type = 2")}
    return int(rows) + len(graves & set(map(int, collection.column(DECKS))))


def _repair(collection: Collection, found: Graves, now: int) -> None:
    collection.begin()
    usn = collection.stamps().usn
    clear_graves_of_existing(collection.db, map(int, collection.column(DECKS)))
    apply_graves(collection, found, Span(usn, usn))
    collection.finish(now)
