"""Merge rows: notes, cards, review log entries, and graves.

The rules are numbered as in docs/store.md.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .. import validate
from ..faults import Invalid
from ..schema11.graves import CARD, DECK, NOTE, clear_graves, slices
from .change_log import MOST_NAMES, Action, Kind, existing
from .collection import DECKS, NOTE_TYPES, Collection
from .merge_objects import Span
from .note_text import clean_field, sort_field_and_checksum

# Rule 10. Ours wins only if it is new to the client and really newer: if the seconds are equal, the
# device that syncs later wins (better: with Anki's server two devices then differ forever).
_UPSERT_CARD = """
insert into cards (id, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses,
    left, odue, odid, flags, data)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (id) do update set
    nid = excluded.nid, did = excluded.did, ord = excluded.ord, mod = excluded.mod,
    usn = excluded.usn, type = excluded.type, queue = excluded.queue, due = excluded.due,
    ivl = excluded.ivl, factor = excluded.factor, reps = excluded.reps,
    lapses = excluded.lapses, left = excluded.left, odue = excluded.odue,
    odid = excluded.odid, flags = excluded.flags, data = excluded.data
where cards.usn < ? or cards.mod <= excluded.mod
"""
_UPSERT_NOTE = """
insert into notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '')
on conflict (id) do update set
    guid = excluded.guid, mid = excluded.mid, mod = excluded.mod, usn = excluded.usn,
    tags = excluded.tags, flds = excluded.flds, sfld = excluded.sfld, csum = excluded.csum,
    flags = 0, data = ''
where notes.usn < ? or notes.mod <= excluded.mod
"""
_INSERT_REVLOG = "insert or ignore into revlog values (?, ?, ?, ?, ?, ?, ?, ?, ?)"

CHUNK_SIZE = 250  # rows, as in clients and Anki's server
# Bytes of text in a chunk, unless one row has more: clients accept any number of rows.
CHUNK_BYTES = 16 * 1024 * 1024

_TABLES = {Kind.REVIEWS: "revlog", Kind.CARDS: "cards", Kind.NOTES: "notes"}
_GRAVE_KINDS = (("cards", CARD), ("notes", NOTE), ("decks", DECK))


@dataclass(frozen=True)
class Rows:
    """Rows to merge or to send; a note has "" for the sort field and the checksum."""

    revlog: list[Any]
    cards: list[Any]
    notes: list[Any]

    def __len__(self) -> int:
        return len(self.revlog) + len(self.cards) + len(self.notes)


def note_size(note: Any) -> int:
    """Return the length of the texts in a note's row (characters)."""
    return len(note[1]) + len(note[5]) + len(note[6]) + len(note[10])


def card_size(card: Any) -> int:
    """Return the length of the text in a card's row (characters)."""
    return len(card[17])


def _review_size(_review: Any) -> int:
    return 0


# Columns and size of the rows that are sent. Clients compute a note's sort field and checksum
# themselves and expect strings in their places.
_SENT: dict[str, tuple[str, Callable[[Any], int]]] = {
    "revlog": ("*", _review_size),
    "notes": ("id, guid, mid, mod, usn, tags, flds, '', '', flags, data", note_size),
    "cards": ("*", card_size),
}


def apply_rows(collection: Collection, rows: Rows, span: Span) -> None:
    """Merge rows. Raises Invalid for a malformed one, and for a note that does not fit its note
    type."""
    db = collection.db
    note_types = collection.column(NOTE_TYPES)
    cards = [_card_row(row, span) for row in rows.cards]
    notes = [_note_row(row, note_types, span) for row in rows.notes]
    reviews = [_review_row(row, span) for row in rows.revlog]
    with _logged(collection, reviews, cards, notes, span):
        for statement, rows_of_kind in (
            (_INSERT_REVLOG, reviews),
            (_UPSERT_CARD, cards),
            (_UPSERT_NOTE, notes),
        ):
            if rows_of_kind:
                db.executemany(statement, rows_of_kind)
    clear_graves(db, CARD, (card[0] for card in cards))
    clear_graves(db, NOTE, (note[0] for note in notes))


_RowTuples = list[tuple[Any, ...]]


@contextlib.contextmanager
def _logged(
    collection: Collection, reviews: _RowTuples, cards: _RowTuples, notes: _RowTuples, span: Span
) -> Iterator[None]:
    """Note what the block adds and changes; a row of ours that stays keeps its older USN."""
    log, db = collection.change_log, collection.db
    if log is None:
        yield
        return
    received = ((Kind.REVIEWS, reviews), (Kind.CARDS, cards), (Kind.NOTES, notes))
    ids = {kind: [row[0] for row in rows] for kind, rows in received}
    before = {kind: existing(db, _TABLES[kind], ids[kind]) for kind in ids}
    yield
    for kind, rows in ids.items():
        new = set(rows) - before[kind]
        changed = existing(db, _TABLES[kind], before[kind], f"usn = {span.usn:d}")
        if kind is Kind.REVIEWS:
            changed.clear()  # one that is known stays as it is
        log.add(kind, Action.ADDED, len(new), _names(db, kind, new))
        log.add(kind, Action.CHANGED, len(changed), _names(db, kind, changed))


def _names(db: sqlite3.Connection, kind: Kind, ids: Iterable[int]) -> list[Any]:
    some = sorted(ids)[:MOST_NAMES] if kind is Kind.NOTES else []
    if not some:
        return []
    marks = ",".join("?" * len(some))
    query = f"select sfld from notes where id in ({marks}) order by id"
    return [name for (name,) in db.execute(query, some)]


def _log_deletions(collection: Collection, graves: validate.Graves) -> None:
    """Note which of these are there and about to be deleted."""
    log, db = collection.change_log, collection.db
    if log is None:
        return
    for kind, ids in ((Kind.CARDS, graves.cards), (Kind.NOTES, graves.notes)):
        there = existing(db, _TABLES[kind], ids)
        log.add(kind, Action.DELETED, len(there), _names(db, kind, there))
    decks = collection.column(DECKS)
    names = [decks[str(id)]["name"] for id in graves.decks if str(id) in decks]
    log.add(Kind.DECKS, Action.DELETED, len(names), names)


def _review_row(row: Any, span: Span) -> tuple[Any, ...]:
    entry = validate.revlog(row)
    return (*entry[:2], span.usn, *entry[3:])


def _card_row(row: Any, span: Span) -> tuple[Any, ...]:
    card = validate.card(row)
    return (*card[:5], span.usn, *card[6:], span.since)


def _note_row(row: Any, note_types: dict[str, Any], span: Span) -> tuple[Any, ...]:
    """Return a note's row, with the sort field and checksum that clients leave empty (rule 13)."""
    note = validate.note(row)
    note_type = note_types.get(str(note[2]))
    if note_type is None:
        raise Invalid(f"note {note[0]}: its note type {note[2]} is unknown")
    fields = [clean_field(field) for field in note[6].split("\x1f")]
    wanted = max(1, len(note_type["flds"]))
    if len(fields) != wanted:
        raise Invalid(f"note {note[0]}: {len(fields)} fields, its note type has {wanted}")
    sort_field, checksum = sort_field_and_checksum(fields, note_type["sortf"])
    text = "\x1f".join(fields)
    return (*note[:4], span.usn, note[5], text, sort_field, checksum, span.since)


class OutgoingRows:
    """What the client does not have yet, chunk by chunk (rule 11).

    The ids are collected when this is created: before the client's own rows arrive, or they would
    be sent straight back.
    """

    def __init__(self, db: sqlite3.Connection, span: Span) -> None:
        self._db = db
        self._ids = {
            table: [
                id_
                for (id_,) in db.execute(f"select id from {table} where usn >= ?", (span.since,))
            ]
            for table in _SENT
        }
        self.done = False  # whether `next_rows` has returned the last ones
        self._ahead: _Portion | None = None

    def read_ahead(self) -> None:
        """Read the next rows already now. A later change in the collection discards them."""
        if not self.done:
            self._ahead = self._read()

    def next_rows(self) -> Rows:
        """Return up to 250 rows, taken from the three tables in turn, fewer if they are large."""
        portion, self._ahead = self._ahead, None
        if portion is None or portion.changes != self._db.total_changes:
            portion = self._read()
        for table, ids in self._ids.items():
            del ids[len(ids) - portion.taken[table] :]
            ids.extend(portion.unsent[table])
        self.done = portion.has_room and not any(self._ids.values())
        return portion.rows

    def _read(self) -> _Portion:
        taken = dict.fromkeys(self._ids, 0)
        left = CHUNK_SIZE
        while left > 0:
            more = [table for table, ids in self._ids.items() if taken[table] < len(ids)]
            if not more:
                break
            for table in more:
                taken[table] += 1
            left -= len(more)
        rows: dict[str, list[Any]] = {}
        unsent: dict[str, list[int]] = {}
        for table, ids in self._ids.items():
            rows[table], unsent[table] = self._rows(table, ids[len(ids) - taken[table] :])
        return _Portion(Rows(**rows), taken, unsent, left > 0, self._db.total_changes)

    def _rows(self, table: str, ids: list[int]) -> tuple[list[Any], list[int]]:
        """Return as many of the rows as fit, at least one, and the ids of the rest."""
        if not ids:
            return [], []
        columns, size = _SENT[table]
        marks = ",".join("?" * len(ids))
        found = []
        room = CHUNK_BYTES
        cursor = self._db.execute(f"select {columns} from {table} where id in ({marks})", ids)
        for row in cursor:
            found.append(row)
            room -= size(row)
            if room <= 0:
                break
        cursor.close()  # it must not be open when the session ends
        if room > 0:
            return found, []
        sent = {row[0] for row in found}
        return found, [id_ for id_ in ids if id_ not in sent]


@dataclass(frozen=True)
class _Portion:
    """Rows to send next, and what becomes of the ids once they are sent."""

    rows: Rows
    taken: dict[str, int]  # how many of the last ids of each table
    unsent: dict[str, list[int]]  # those of them that did not fit
    has_room: bool  # whether more rows could have been sent
    changes: int  # SQLite's count of changes at the time


def graves_since(db: sqlite3.Connection, usn: int) -> validate.Graves:
    """Return the deletions that are new to a client with this USN."""
    found: dict[int, list[int]] = {kind: [] for _name, kind in _GRAVE_KINDS}
    query = "select distinct oid, type from graves where usn >= ?"
    for oid, kind in db.execute(query, (usn,)):
        if kind in found:
            found[kind].append(oid)
    return validate.Graves(**{name: found[kind] for name, kind in _GRAVE_KINDS})


def apply_graves(collection: Collection, graves: validate.Graves, span: Span) -> int:
    """Delete what the client deleted, keep its graves for other devices, and return their number.

    Rule 3: a known grave moves to this session's USN. Deleting a note does not delete its cards:
    the client lists each card itself. Raises Invalid for the default deck.
    """
    if not any(graves):
        return 0
    db = collection.db
    _log_deletions(collection, graves)
    for name, kind in _GRAVE_KINDS:
        for some in slices(getattr(graves, name)):
            marks = ",".join("?" * len(some))
            if name == "decks":
                _remove_decks(collection, some)
            else:
                db.execute(f"delete from {name} where id in ({marks})", some)
            db.execute(f"delete from graves where type = {kind} and oid in ({marks})", some)
            db.executemany(
                "insert into graves (usn, oid, type) values (?, ?, ?)",
                ((span.usn, oid, kind) for oid in dict.fromkeys(some)),
            )
    return sum(map(len, graves))


def _remove_decks(collection: Collection, ids: Iterable[int]) -> None:
    decks = collection.column(DECKS)
    for did in ids:
        if did == 1:
            # No client deletes the default deck, and none could open the collection without it.
            raise Invalid("a grave for the default deck")
        if decks.pop(str(did), None) is not None:
            collection.changed(DECKS)
