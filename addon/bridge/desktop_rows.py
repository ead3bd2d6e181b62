"""Write notes, cards and reviews into the desktop's collection, inside a transaction.

Anki's library gets each value as JSON, which takes longer than writing it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..store.collection.note_text import FIELD_SEPARATOR, sort_field_and_checksum
from . import items
from .desktop import Desktop
from .items import Content, Key

# Not `or replace`: it would rewrite every index of a changed row.
_NOTE = """
insert into notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data)
values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')
on conflict (id) do update set guid = excluded.guid, mid = excluded.mid, mod = excluded.mod,
    usn = -1, tags = excluded.tags, flds = excluded.flds, sfld = excluded.sfld,
    csum = excluded.csum, flags = 0, data = ''
"""
_CARD = """
insert into cards (id, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, left,
    odue, odid, flags, data)
values (?, ?, ?, ?, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (id) do update set nid = excluded.nid, did = excluded.did, ord = excluded.ord,
    mod = excluded.mod, usn = -1, type = excluded.type, queue = excluded.queue, due = excluded.due,
    ivl = excluded.ivl, factor = excluded.factor, reps = excluded.reps, lapses = excluded.lapses,
    left = excluded.left, odue = excluded.odue, odid = excluded.odid, flags = excluded.flags,
    data = excluded.data
"""
_REVIEWS = """
insert or ignore into revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type) values
"""
_REVIEW = "(%d, %d, -1, %d, %d, %d, %d, %d, %d)"
_REVIEWS_AT_ONCE = 100  # Anki keeps the last 50 statements, with their text
_CARD_COLUMNS = items.COLUMNS[items.CARDS].split(", ")


def put_notes(desktop: Desktop, notes: Sequence[Content]) -> None:
    if notes:
        desktop.db.executemany(_NOTE, _with_derived(desktop, notes))


def _with_derived(desktop: Desktop, notes: Iterable[Content]) -> list[list[Any]]:
    """Return the rows with sort field and checksum."""
    sort_fields: dict[int, int] = {}
    rows = []
    for note in notes:
        mid = note[2]
        if mid not in sort_fields:
            note_type = desktop.object(items.NOTE_TYPES, mid)
            sort_fields[mid] = 0 if note_type is None else int(note_type["sortf"])
        rows.append(
            [*note, *sort_field_and_checksum(note[5].split(FIELD_SEPARATOR), sort_fields[mid])]
        )
    return rows


def put_cards(desktop: Desktop, cards: Sequence[Content], here: Mapping[Key, Content]) -> None:
    """Write cards; `here` has those that the collection holds, as far as they are known."""
    known, new, before = [], [], []
    for card in cards:
        old = here.get((items.CARDS, card[0]))
        if old is None:
            new.append(card)
        else:
            known.append(card)
            before.append(old)
    if known:
        _update_cards(desktop, known, before)
    if new:
        desktop.db.executemany(_CARD, new)


def _update_cards(desktop: Desktop, cards: Sequence[Content], before: Sequence[Content]) -> None:
    """Write only the columns in which any of these cards differ from what they were before.

    Reviews change half of them. SQLite leaves the indexes of other columns alone, too.
    """
    new, old = list(zip(*cards)), list(zip(*before))
    places = [place for place in range(1, len(new)) if new[place] != old[place]]
    changes = "".join(f", {_CARD_COLUMNS[place]} = ?" for place in places)
    desktop.db.executemany(
        f"update cards set usn = -1{changes} where id = ?",
        list(zip(*(new[place] for place in (*places, 0)))),
    )


def put_reviews(desktop: Desktop, reviews: Sequence[Content]) -> None:
    """Write reviews, as text: numbers in SQL are faster to parse than those in JSON."""
    for start in range(0, len(reviews), _REVIEWS_AT_ONCE):
        some = reviews[start : start + _REVIEWS_AT_ONCE]
        desktop.db.execute(_REVIEWS + ",".join([_REVIEW % row for row in some]))
