"""What a check finds, repairs and says."""

from __future__ import annotations

import contextlib
import io
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from addon.store.collection.collection import connect
from addon.store.faults import NotNow
from addon.store.media.check import MediaFaults
from addon.store.media.store import MediaStore
from addon.store.paths import UserFolder
from addon.store.transfer.backup_files import list_backups
from addon.store.transfer.check import Repaired, check_data

from .. import rich
from ..media.zips import upload
from .snapshots import downgrade_by_anki

NOW = 1_900_000_000_000
WELL = MediaFaults([], [], [], False)


@pytest.fixture
def folder(folder: UserFolder) -> UserFolder:
    """Return a sound store, with three media files."""
    rich.build(folder.collection)
    downgrade_by_anki(folder.collection)
    checked(folder)  # rows that only add-ons write
    for backup in list_backups(folder):
        backup.path.unlink()
    with media(folder) as store:
        names = ("a.jpg", "b.mp3", "c.png")
        store.apply_upload(io.BytesIO(upload([(name, name.encode()) for name in names])))
    return folder


@contextlib.contextmanager
def media(folder: UserFolder) -> Iterator[MediaStore]:
    with contextlib.closing(MediaStore.of(folder)) as store:
        store.sweep()
        yield store


def checked(folder: UserFolder) -> Repaired:
    found = check_data(folder, lambda: media(folder), NOW)
    assert check_data(folder, lambda: media(folder), NOW).nothing, "the second time all is well"
    return found


def run(folder: UserFolder, *statements: str) -> None:
    with contextlib.closing(connect(folder.collection)) as db:
        for statement in statements:
            db.execute(statement)


def rows(folder: UserFolder, query: str) -> list[tuple[int, ...]]:
    with contextlib.closing(connect(folder.collection)) as db:
        return db.execute(query).fetchall()


def test_a_sound_store_is_left_alone(folder: UserFolder) -> None:
    before = folder.collection.read_bytes()
    found = checked(folder)
    assert found.nothing
    assert found.media == WELL
    assert folder.collection.read_bytes() == before
    assert list_backups(folder) == []


def test_orphans_are_removed_for_every_device_after_a_backup(folder: UserFolder) -> None:
    [(card,)] = rows(folder, "select max(id) from cards")
    [(note,)] = rows(
        folder, f"select min(id) from notes where id <> (select nid from cards where id = {card})"
    )
    [(usn,)] = rows(folder, "select usn from col")
    run(
        folder,
        f"update cards set nid = 1 where id = {card}",
        f"delete from cards where nid = {note}",
    )
    orphans = len(rows(folder, "select 1 from notes where id not in (select nid from cards)"))
    found = checked(folder)
    assert (found.cards_without_note, found.notes_without_cards) == (1, orphans)
    assert rows(folder, f"select usn from graves where type = 0 and oid = {card}") == [(usn,)]
    assert rows(folder, f"select usn from graves where type = 1 and oid = {note}") == [(usn,)]
    assert rows(folder, "select usn from col") == [(usn + 1,)]
    [backup] = list_backups(folder)
    assert (backup.reason, backup.name) == ("repair", found.backup)


def test_a_grave_of_what_exists_is_removed(folder: UserFolder) -> None:
    [(note,)] = rows(folder, "select min(id) from notes")
    run(folder, f"insert into graves values (0, {note}, 1)", "insert into graves values (0, 1, 2)")
    assert checked(folder).graves == 2
    assert rows(folder, "select count() from graves where type = 2 and oid = 1") == [(0,)]


def test_a_damaged_collection_needs_a_backup(folder: UserFolder) -> None:
    content = bytearray(folder.collection.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    folder.collection.write_bytes(content)
    with pytest.raises(NotNow, match="damaged"):
        check_data(folder, lambda: media(folder), NOW)


def test_media_without_a_row_is_added_and_what_was_deleted_is_removed(folder: UserFolder) -> None:
    with media(folder) as store:
        store.apply_upload(io.BytesIO(upload([("c.png", None)])))
        usn = store.last_usn()
    (folder.media / "new.jpg").write_bytes(b"left by a crash")
    (folder.media / "c.png").write_bytes(b"could not be removed")
    assert checked(folder).media == MediaFaults(["new.jpg"], [], [], False)
    assert not (folder.media / "c.png").exists()
    with media(folder) as store:
        assert [name for name, _usn, _sha1 in store.changes_since(usn)] == ["new.jpg"]


def test_rows_without_their_file_are_forgotten(folder: UserFolder) -> None:
    (folder.media / "a.jpg").unlink()
    (folder.media / "b.mp3").write_bytes(b"damaged")
    assert checked(folder).media == MediaFaults([], ["a.jpg"], ["b.mp3"], False)
    with media(folder) as store:
        assert store.count() == 1
    trashed = [path.read_bytes() for path in (folder.root / "media.trash").rglob("b.mp3")]
    assert trashed == [b"damaged"]


def test_wrong_totals_are_corrected(folder: UserFolder) -> None:
    with contextlib.closing(sqlite3.connect(folder.media_db)) as db, db:
        db.execute("update meta set total_nonempty_files = 99, total_bytes = 1")
    assert checked(folder).media == MediaFaults([], [], [], True)
    with media(folder) as store:
        assert (store.count(), store.total_bytes()) == (3, 15)


def test_a_user_without_a_collection_has_nothing_wrong(tmp_path: Path) -> None:
    folder = UserFolder(tmp_path / "nobody")
    folder.create()
    assert checked(folder).nothing
