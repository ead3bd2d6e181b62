"""What the clients sync. Random, so that it does not compress better than real content."""

from __future__ import annotations

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from anki.collection import AddNoteRequest, Collection
from anki.decks import DeckId

WORDS = 20  # in each note: some 150 bytes
FILE_SIZE = 5_000  # bytes of each media file: a small picture or a spoken word
AT_ONCE = 5_000  # notes added in one operation
HISTORY = 10  # reviews of each card

# A card's reviews are 10^9 ms apart, so that ids are unique: cards are created much faster.
_ADD_HISTORY = """
with recursive times (n) as (values (1) union all select n + 1 from times where n < ?)
insert into revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type)
select id - n * 1000000000, id, 0, 1 + abs(random()) % 4, abs(random()) % 100,
    abs(random()) % 100, 2500, abs(random()) % 60000, 1
from cards, times
"""

# What differs in copy n of a row, by table and column. The ids of two copies are 10^7 ms apart, and
# those of a card's reviews 10^9.
_COPIED = {
    "notes": {"id": "id + n * 10000000", "guid": "guid || '-' || n"},
    "cards": {"id": "id + n * 10000000", "nid": "nid + n * 10000000"},
    "revlog": {"id": "id + n * 10000000", "cid": "cid + n * 10000000"},
}


def make_collection(path: Path, notes: int) -> None:
    """Make a collection with that many notes of one card, in ten decks, with review history.

    Nothing is pending, because each merge would read that.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    chance = random.Random(1)
    col = Collection(str(path))
    notetype = col.models.by_name("Basic")
    assert notetype is not None
    decks = [col.decks.id(f"Deck {number}") or DeckId(1) for number in range(10)]
    for start in range(0, notes, AT_ONCE):
        requests = []
        for number in range(start, min(start + AT_ONCE, notes)):
            note = col.new_note(notetype)
            note["Front"] = f"{number} {_words(chance, 3)}"
            note["Back"] = _words(chance, WORDS)
            requests.append(AddNoteRequest(note, decks[number % len(decks)]))
        col.add_notes(requests)
    assert col.db is not None
    col.db.execute(_ADD_HISTORY, HISTORY)
    for table in ("notes", "cards"):
        col.db.execute(f"update {table} set usn = 0")
    col.db.execute("update col set usn = 1")
    col.close()


def multiply(path: Path, times: int) -> None:
    """Make the collection `times` as large, with copies of its notes, cards and review logs."""
    with closing(sqlite3.connect(path)) as db, db:
        for table, changed in _COPIED.items():
            columns = _columns(db, table)
            copied = ", ".join(changed.get(name, name) for name in columns)
            db.execute(
                f"insert into {table} ({', '.join(columns)})"
                " with recursive copies (n) as"
                " (select 1 where ? > 1 union all select n + 1 from copies where n < ? - 1)"
                f" select {copied} from {table}, copies",
                (times, times),
            )


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in db.execute(f"pragma table_info({table})")]


def add_notes(col: Collection, count: int) -> None:
    """Add notes of one card each."""
    chance = random.Random(count)
    notetype = col.models.by_name("Basic")
    deck = col.decks.id("Deck 0")
    assert notetype is not None
    assert deck is not None
    requests = []
    for _ in range(count):
        note = col.new_note(notetype)
        note["Front"], note["Back"] = _words(chance, 3), _words(chance, WORDS)
        requests.append(AddNoteRequest(note, deck))
    col.add_notes(requests)


def review(col: Collection, count: int) -> None:
    """Write what that many reviews write: a review log entry and a changed card for each."""
    assert col.db is not None
    now = int(time.time())
    cards = col.db.list("select id from cards order by mod, id limit ?", count)
    first = max(now * 1000, (col.db.scalar("select max(id) from revlog") or 0) + 1)
    col.db.executemany(
        "insert into revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type)"
        " values (?, ?, -1, 3, 10, 4, 2500, 4000, 1)",
        [(first + number, card) for number, card in enumerate(cards)],
    )
    col.db.executemany(
        "update cards set usn = -1, mod = ?, reps = reps + 1, type = 2, queue = 2, ivl = 10,"
        " factor = 2500, due = 100 where id = ?",
        [(now, card) for card in cards],
    )
    # a collection modified in the millisecond in which its last sync ended would count as in step
    col.db.execute("update col set mod = max(mod + 1, ?)", int(time.time() * 1000))


def add_media(col: Collection, count: int, prefix: str) -> None:
    """Put that many new files into the media folder."""
    chance = random.Random(prefix)
    folder = Path(col.media.dir())
    for number in range(count):
        (folder / f"{prefix}-{number}.jpg").write_bytes(chance.randbytes(FILE_SIZE))


def _words(chance: random.Random, count: int) -> str:
    return " ".join(f"{chance.getrandbits(32):x}" for _ in range(count))
