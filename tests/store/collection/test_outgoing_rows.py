"""Rows that are read before the client asks for them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from addon.store.collection import merge_rows
from addon.store.collection.collection import Collection, create
from addon.store.collection.merge_objects import Span
from addon.store.collection.merge_rows import OutgoingRows

COUNT = 600


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    create(tmp_path / "collection.anki2")
    with closing(Collection(tmp_path / "collection.anki2")) as collection:
        collection.db.executemany(
            "insert into notes values (?, ?, 1, 0, 0, '', ?, '', 0, 0, '')",
            [(number, f"guid{number}", "x" * 100) for number in range(1, COUNT + 1)],
        )
        yield collection.db


def test_rows_read_ahead_are_not_read_again(db: sqlite3.Connection) -> None:
    rows = OutgoingRows(db, Span(1, 0))
    rows.read_ahead()
    statements: list[str] = []
    db.set_trace_callback(statements.append)
    assert len(rows.next_rows()) == 250
    assert not statements
    assert len(rows.next_rows()) == 250
    assert statements


@pytest.mark.parametrize("chunk_bytes", [1_050, merge_rows.CHUNK_BYTES])
def test_reading_ahead_loses_and_repeats_nothing(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, chunk_bytes: int
) -> None:
    monkeypatch.setattr(merge_rows, "CHUNK_BYTES", chunk_bytes)
    rows = OutgoingRows(db, Span(1, 0))
    sent: list[int] = []
    while not rows.done:
        rows.read_ahead()
        rows.read_ahead()
        sent += [note[0] for note in rows.next_rows().notes]
    rows.read_ahead()
    assert not rows.next_rows()
    assert sorted(sent) == list(range(1, COUNT + 1))


def test_a_change_after_reading_ahead_is_sent(db: sqlite3.Connection) -> None:
    rows = OutgoingRows(db, Span(1, 0))
    rows.read_ahead()
    db.execute("update notes set tags = ' changed '")
    db.execute("delete from notes where id = ?", (COUNT,))
    notes = rows.next_rows().notes
    assert COUNT not in [note[0] for note in notes]
    assert {note[5] for note in notes} == {" changed "}


def test_what_cannot_be_read_ahead_is_read_when_it_is_asked_for(db: sqlite3.Connection) -> None:
    rows = OutgoingRows(db, Span(1, 0))
    db.execute("alter table notes rename to hidden")
    with pytest.raises(sqlite3.Error):
        rows.read_ahead()
    db.execute("alter table hidden rename to notes")
    sent = 0
    while not rows.done:
        sent += len(rows.next_rows())
    assert sent == COUNT
