"""Backups that a person asks for, beside those made before something is replaced."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from addon.store.collection.collection import Collection, create
from addon.store.paths import UserFolder
from addon.store.transfer import backups
from addon.store.transfer.backup_files import list_backups
from addon.store.transfer.copies import back_up


@pytest.fixture
def folder(folder: UserFolder) -> UserFolder:
    """Return a user with a new account's collection."""
    create(folder.collection)
    return folder


@pytest.fixture
def session(folder: UserFolder) -> Iterator[Collection]:
    """Yield a sync session under way, which has changed something."""
    collection = Collection(folder.collection)
    collection.begin()
    collection.set_created(1234)
    yield collection
    collection.close()


def created(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        return int(db.execute("select crt from col").fetchone()[0])


def test_a_backup_is_a_whole_collection_that_later_syncs_leave_alone(folder: UserFolder) -> None:
    kept = back_up(folder)
    assert kept is not None
    before = created(folder.collection)
    with closing(Collection(folder.collection)) as collection:
        collection.begin()
        collection.set_created(1234)
        collection.finish(1)
    assert created(folder.collection) == 1234
    assert created(kept) == before


def test_uncommitted_changes_of_a_session_are_left_out(
    folder: UserFolder, session: Collection
) -> None:
    kept = back_up(folder)
    assert kept is not None
    assert created(kept) != 1234
    session.finish(1)
    assert created(folder.collection) == 1234, "the session was not disturbed"


def test_without_a_collection_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    folder = UserFolder(tmp_path / "nobody")
    assert back_up(folder) is None
    assert list_backups(folder) == []
    assert not folder.root.exists()


@pytest.mark.parametrize("content", [b"no database" * 1000, None], ids=["file", "folder"])
def test_only_collections_are_listed_as_backups(folder: UserFolder, content: bytes | None) -> None:
    folder.collection.unlink()
    if content is None:
        folder.collection.mkdir()
    else:
        folder.collection.write_bytes(content)
    with pytest.raises(sqlite3.Error):
        back_up(folder)
    assert list(folder.backups.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_an_error_and_stays(folder: UserFolder) -> None:
    folder.backups.write_text("a file", encoding="utf-8")
    with pytest.raises(OSError, match="backups"):
        back_up(folder)
    assert folder.backups.read_text("utf-8") == "a file"


def test_backups_are_listed_newest_first(folder: UserFolder) -> None:
    os.utime(folder.collection, (1, 1))  # a hard link takes this time over
    first = backups.keep(folder.collection, folder.backups, "replaced")
    second = back_up(folder)
    third = backups.keep(folder.collection, folder.backups, "unconverted")
    (folder.backups / "carried here.anki2").write_bytes(b"x" * 10)
    os.utime(folder.backups / "carried here.anki2", (5, 5))
    (folder.backups / "notes.txt").write_text("not a backup", encoding="utf-8")
    listed = list_backups(folder)
    assert [each.path for each in listed] == [
        third,
        second,
        first,
        folder.backups / "carried here.anki2",
    ]
    assert (listed[-1].made, listed[-1].size) == (5, 10)
