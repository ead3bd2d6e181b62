"""Thousands of objects in one sync."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from contextlib import closing

import pytest
from anki.cards import CardId

from .clients import Client, Outcome
from .conftest import Converge, Device
from .content import add_note, note_type, scalar

CARDS = 20_000
NOTES = 3_000
FIRST_ID = 1_500_000_000_000


def checksum(first_field: str) -> int:
    return int(hashlib.sha1(first_field.encode()).hexdigest()[:8], 16)


def fill_with(client: Client, count: int) -> None:
    """Notes and cards straight into the file: Anki's API would take longer than the test."""
    type_id = note_type(client, "Basic")["id"]
    client.close()
    with closing(sqlite3.connect(client.path)) as database, database:
        database.executemany(
            "insert into notes values (?, ?, ?, 1500000000, -1, '', ?, ?, ?, 0, '')",
            [
                (FIRST_ID + n, f"guid{n}", type_id, f"f {n}\x1fb", f"f {n}", checksum(f"f {n}"))
                for n in range(count)
            ],
        )
        database.executemany(
            "insert into cards"
            " values (?, ?, 1, 0, 1500000000, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '{}')",
            [(FIRST_ID + n, FIRST_ID + n, n) for n in range(count)],
        )
        database.execute("update col set mod = ?", (int(time.time() * 1000),))
    client.reopen()


@pytest.mark.timeout(600)
def test_twenty_thousand_changed_cards_arrive_in_one_sync(
    device: Device, converge: Converge
) -> None:
    one, other = device("one"), device("other")
    fill_with(one, CARDS)
    assert one.sync() is Outcome.FULL_UPLOAD
    assert other.sync() is Outcome.FULL_DOWNLOAD
    one.col.set_user_flag_for_cards(3, [CardId(FIRST_ID + n) for n in range(CARDS)])
    assert one.sync() is Outcome.NO_CHANGES
    assert other.sync() is Outcome.NO_CHANGES
    assert scalar(other, "select count() from cards where flags = 3") == CARDS
    converge(one, other)


@pytest.mark.timeout(600)
def test_thousands_of_notes_and_cards_arrive_and_go_in_normal_syncs(
    device: Device, converge: Converge
) -> None:
    one, other = device("one"), device("other")
    add_note(one, "the first card")
    assert one.sync() is Outcome.FULL_UPLOAD
    assert other.sync() is Outcome.FULL_DOWNLOAD
    fill_with(one, NOTES)
    converge(one, other)
    assert other.col.note_count() == NOTES + 1
    other.col.remove_notes(list(other.col.find_notes("front:f*")))
    converge(other, one)
    assert one.col.note_count() == 1
