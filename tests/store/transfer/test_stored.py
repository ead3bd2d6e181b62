"""The stored collection as it is opened: made, or taken in where another program wrote it."""

from __future__ import annotations

import logging
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from addon.store.faults import NotNow
from addon.store.paths import UserFolder
from addon.store.schema11.collation import register_collations
from addon.store.transfer.stored import StoredStamps, open_stored

from ...disks import filled, mounted


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        register_collations(db)
        for statement in statements:
            db.execute(statement)


def version(folder: UserFolder) -> int:
    with closing(open_stored(folder)) as collection:
        return int(collection.db.execute("select ver from col").fetchone()[0])


def test_a_file_from_another_program_is_kept_and_converted(
    folder: UserFolder, rich_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copy(rich_file, folder.collection)
    change(
        folder.collection,
        "update deck_config set config = cast(config || x'f87f05' as blob)",  # field 2047
        "update cards set factor = 70000",
        "create trigger t after update on cards begin delete from notes; end",
        "insert into graves (usn, oid, type) values (5, 5, 1)",
    )
    found = folder.collection.read_bytes()
    with caplog.at_level(logging.WARNING):
        assert version(folder) == 11
    [kept] = folder.backups.iterdir()
    assert kept.read_bytes() == found
    assert "2047" in caplog.text
    with closing(open_stored(folder)) as collection:
        db = collection.db
        assert db.execute("select max(factor) from cards").fetchone() == (65_535,)
        assert db.execute("select count() from sqlite_master where name = 't'").fetchone() == (0,)
        assert db.execute("select 1 from graves where oid = 5").fetchone() == (1,)
    assert len(list(folder.backups.iterdir())) == 1


def test_the_wal_of_a_foreign_file_is_part_of_it(
    folder: UserFolder, rich_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.anki2"
    shutil.copy(rich_file, other)
    with closing(sqlite3.connect(other, isolation_level=None)) as db:
        db.execute("pragma journal_mode = wal")
        db.execute("update col set crt = 1234567890")
        for ending in ("", "-wal"):  # as a crash leaves them
            shutil.copy(f"{other}{ending}", f"{folder.collection}{ending}")
    with closing(open_stored(folder)) as collection:
        assert collection.created == 1234567890
    assert sorted(path.name for path in folder.root.iterdir()) == ["backups", "collection.anki2"]


def test_schema_11_in_wal_mode_is_foreign_too(folder: UserFolder) -> None:
    open_stored(folder).close()
    change(
        folder.collection,
        "pragma journal_mode = wal",
        "create trigger t after update on cards begin delete from notes; end",
    )
    with closing(open_stored(folder)) as collection:
        names = collection.db.execute("select name from sqlite_master").fetchall()
        assert ("t",) not in names
        assert collection.db.execute("pragma journal_mode").fetchone() == ("delete",)
    assert len(list(folder.backups.iterdir())) == 1


def broken_deck(path: Path) -> None:
    change(path, "update decks set kind = x''")


def no_card_type(path: Path) -> None:
    change(path, "update cards set type = 9")


def half_of_it(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_000])


def no_database(path: Path) -> None:
    path.write_bytes(b"x" * 5000)


def a_name_that_is_no_text(path: Path) -> None:
    change(
        path,
        "pragma writable_schema = on",
        "insert into sqlite_master values ('view', x'ff', x'ff', 0, 'create view v as select 1')",
    )


@pytest.mark.parametrize("spoil", [no_database, half_of_it, a_name_that_is_no_text])
def test_our_own_collection_that_is_damaged_is_said_to_be(
    folder: UserFolder, spoil: Callable[[Path], None]
) -> None:
    open_stored(folder).close()
    spoil(folder.collection)
    found = folder.collection.read_bytes()
    with pytest.raises(NotNow, match="damaged"):
        open_stored(folder)
    assert folder.collection.read_bytes() == found


@pytest.mark.parametrize("spoil", [broken_deck, no_card_type, half_of_it])
def test_a_file_that_cannot_be_converted_stays_as_it_is(
    folder: UserFolder, rich_file: Path, spoil: Callable[[Path], None]
) -> None:
    shutil.copy(rich_file, folder.collection)
    change(folder.collection, "pragma journal_mode = wal")
    spoil(folder.collection)
    found = folder.collection.read_bytes()
    with pytest.raises(NotNow, match="damaged"):
        open_stored(folder)
    assert folder.collection.read_bytes() == found
    assert not list(folder.root.glob(".*"))


@pytest.mark.parametrize("left", range(0, 120_000, 8_000))
def test_a_new_collection_is_created_whole_or_not_at_all(tmp_path: Path, left: int) -> None:
    with mounted(tmp_path / "disk", kib=512) as disk:
        folder = UserFolder(disk / "anna")
        folder.create()
        with filled(disk, leaving=left):
            try:
                open_stored(folder).close()
            except (sqlite3.OperationalError, OSError):
                assert not folder.has_collection
                assert list(folder.root.iterdir()) == []
        assert version(folder) == 11


def test_an_empty_file_left_by_a_full_disk_is_not_a_collection(folder: UserFolder) -> None:
    folder.collection.touch()
    assert not folder.has_collection
    assert version(folder) == 11
    assert folder.has_collection


def test_an_unchanged_collection_is_not_opened_for_its_stamps(folder: UserFolder) -> None:
    open_stored(folder).close()
    stamps = StoredStamps(folder)
    before = stamps.read()
    with closing(sqlite3.connect(folder.collection, isolation_level=None)) as other:
        other.execute("begin exclusive")  # nobody else could read it now
        assert stamps.read() == before


def test_the_stamps_are_those_of_the_last_commit(folder: UserFolder) -> None:
    stamps = StoredStamps(folder)
    with closing(open_stored(folder)) as collection:
        for usn in range(1, 20):
            collection.begin()
            collection.db.execute("update col set usn = ?", (usn,))
            assert stamps.read().usn == usn - 1
            collection.db.commit()
            assert stamps.read().usn == usn


def test_a_collection_put_in_the_place_of_another_has_its_own_stamps(folder: UserFolder) -> None:
    open_stored(folder).close()
    kept = folder.collection.with_name("kept")
    shutil.copy(folder.collection, kept)
    stamps = StoredStamps(folder)
    change(folder.collection, "update col set usn = 5")
    change(kept, "update col set usn = 7")  # as many commits
    assert stamps.read().usn == 5
    kept.replace(folder.collection)
    assert stamps.read().usn == 7


def test_stamps_of_a_foreign_collection_are_those_of_its_conversion(
    folder: UserFolder, rich_file: Path
) -> None:
    open_stored(folder).close()
    stamps = StoredStamps(folder)
    assert not stamps.read().usn
    shutil.copy(rich_file, folder.collection)
    shown = stamps.read()
    assert version(folder) == 11
    with closing(open_stored(folder)) as collection:
        assert shown == collection.stamps()


def test_what_was_committed_is_known_until_another_commit(folder: UserFolder) -> None:
    stamps = StoredStamps(folder)
    with closing(open_stored(folder)) as collection:
        collection.begin()
        collection.finish(1_700_000_000_000)
        committed = collection.stamps()
    stamps.committed(committed)
    with closing(sqlite3.connect(folder.collection, isolation_level=None)) as other:
        other.execute("begin exclusive")  # nobody else could read it now
        assert stamps.read() == committed
    with closing(open_stored(folder)) as collection:
        assert collection.stamps() == committed
    change(folder.collection, "update col set usn = 5")
    assert stamps.read().usn == 5
