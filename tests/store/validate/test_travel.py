from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from addon.store.collection import merge_rows
from addon.store.collection.collection import Collection, create
from addon.store.collection.merge_objects import Span
from addon.store.collection.merge_rows import OutgoingRows
from addon.store.validate.travel import (
    CannotTravel,
    StepLimits,
    require_rows_travel,
    require_travel,
)

MIB = 1024 * 1024
AMPLE = StepLimits(300 * MIB, 4_000_000)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    create(tmp_path / "collection.anki2")
    with closing(Collection(tmp_path / "collection.anki2")) as collection:
        yield collection.db


def add(db: sqlite3.Connection, texts: list[str], first: int = 1) -> None:
    db.executemany(
        "insert into notes values (?, ?, 1, 0, 0, '', ?, '', 0, 0, '')",
        [(first + n, f"guid{first + n}", text) for n, text in enumerate(texts)],
    )


def as_sent(db: sqlite3.Connection) -> int:
    """Bytes of the largest chunk of all notes, as a client written in Python sends it."""
    rows = db.execute("select id, guid, mid, mod, usn, tags, flds, '', '', flags, data from notes")
    sizes = sorted((len(json.dumps(row)) + 1 for row in rows), reverse=True)
    return sum(sizes[:250])


@pytest.mark.parametrize("text", ["x", '"', "\\", "é", "日", "😀", "\x1f"])
def test_what_is_accepted_fits_and_little_that_fits_is_refused(
    db: sqlite3.Connection, text: str
) -> None:
    add(db, [text * size for size in range(100, 8100, 20)])
    size = as_sent(db)
    require_travel(db, StepLimits(size + 250 * 500, 4_000_000))
    with pytest.raises(CannotTravel, match="nid:400"):
        require_travel(db, StepLimits(size, 4_000_000))


def test_only_the_250_largest_count(db: sqlite3.Connection) -> None:
    add(db, ["x" * 1000] * 2000)
    require_travel(db, StepLimits(250 * 1600, 4_000_000))


def test_a_new_collection_can_be_synced(db: sqlite3.Connection) -> None:
    require_travel(db, AMPLE)


def test_more_values_than_the_limit_are_refused(db: sqlite3.Connection) -> None:
    db.execute("update col set tags = ?", (json.dumps({f"tag{n}": 0 for n in range(5000)}),))
    require_travel(db, StepLimits(MIB, 50_000))
    with pytest.raises(CannotTravel, match="tags"):
        require_travel(db, StepLimits(MIB, 5000))


def test_only_large_rows_trigger_a_check(db: sqlite3.Connection) -> None:
    """Those of which 250 would not fit."""
    add(db, ["x" * 10_000] * 250)
    require_rows_travel(db, iter([100, 300]), StepLimits(MIB, 4_000_000))
    with pytest.raises(CannotTravel):
        require_rows_travel(db, iter([100, 400]), StepLimits(MIB, 4_000_000))
    require_rows_travel(db, iter([100, 400]), StepLimits(3 * MIB, 4_000_000))


def test_large_rows_are_sent_in_small_chunks_and_none_is_lost(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merge_rows, "CHUNK_BYTES", 10_000)
    texts = ["x" * size for size in [5, 50_000, 3000, 3000, 3000, 3000, 9_999, 5, 20_000] * 40]
    add(db, texts)
    db.execute("insert into revlog values (1, 1, 0, 1, 1, 1, 1, 1, 1)")
    rows = OutgoingRows(db, Span(1, 0))
    seen: list[int] = []
    while True:
        chunk = rows.next_rows()
        sizes = [len(note[6]) for note in chunk.notes]
        assert sum(sizes[:-1]) < 10_000
        assert len(chunk) <= 250
        seen += [note[0] for note in chunk.notes]
        if rows.done:
            break
        assert len(chunk)
    assert sorted(seen) == list(range(1, len(texts) + 1))


def test_small_rows_are_sent_250_at_a_time(db: sqlite3.Connection) -> None:
    add(db, ["x"] * 600)
    rows = OutgoingRows(db, Span(1, 0))
    assert [len(rows.next_rows()) for _ in range(3)] == [250, 250, 100]
