"""What people see of a stored collection before it is replaced."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection

from addon.store.collection import collection
from addon.store.collection.summary import Summary, summarize


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[collection.Collection]:
    """Yield a new account's collection, open."""
    collection.create(tmp_path / "collection.anki2")
    opened = collection.Collection(tmp_path / "collection.anki2")
    yield opened
    opened.close()


def test_a_new_account_is_empty(stored: collection.Collection, tmp_path: Path) -> None:
    summary = summarize(tmp_path / "collection.anki2")
    assert summary is not None
    assert (summary.cards, summary.notes, summary.reviews, summary.modified) == (0, 0, 0, 0)
    assert summary.schema == stored.stamps().scm


def test_the_numbers_are_those_that_anki_shows(rich_copy: Path) -> None:
    col = Collection(str(rich_copy))
    assert col.db is not None
    reviews, schema = col.db.first("select (select count() from revlog), scm from col")  # type: ignore[misc]
    expected = Summary(col.card_count(), col.note_count(), reviews, col.mod, schema)
    col.close()
    assert min(expected.cards, expected.notes, expected.reviews) > 0
    assert summarize(rich_copy) == expected


def test_a_missing_file_is_not_created(tmp_path: Path) -> None:
    assert summarize(tmp_path / "collection.anki2") is None
    assert not list(tmp_path.iterdir())


def test_uncommitted_changes_of_a_session_do_not_count(
    stored: collection.Collection, tmp_path: Path
) -> None:
    stored.begin()
    stored.db.execute("insert into graves values (1, 1, 1)")
    stored.db.execute("update col set mod = 99")
    summary = summarize(tmp_path / "collection.anki2")
    assert summary is not None
    assert summary.modified == 0


def test_a_broken_file_raises_and_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "collection.anki2"
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(sqlite3.Error):
        summarize(path)
    assert path.read_bytes() == b"no database" * 1000


def test_an_empty_file_is_not_a_collection(tmp_path: Path) -> None:
    path = tmp_path / "collection.anki2"
    path.touch()
    assert summarize(path) is None


def test_a_folder_in_its_place_raises(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.Error):
        summarize(tmp_path)


def test_characters_special_in_a_url_are_part_of_the_path(tmp_path: Path) -> None:
    folder = tmp_path / "50% of #1 & ü?"
    folder.mkdir()
    collection.create(folder / "collection.anki2")
    assert summarize(folder / "collection.anki2") is not None
