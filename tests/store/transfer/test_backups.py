"""What a replaced collection leaves behind, and what a replacement that fails does not."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from addon.store.collection.collection import Collection, create
from addon.store.paths import UserFolder, replaced_path, users_path
from addon.store.transfer import backups
from addon.store.transfer.backup_files import REPLACED, new_path
from addon.store.user_names import MAX_CHARACTERS

from ...disks import immovable


def replace(folder: UserFolder, number: int) -> None:
    """Put a new collection in place, which is known by its number."""
    new = folder.root / "new"
    create(new)
    with closing(sqlite3.connect(new)) as db, db:
        db.execute("update col set crt = ?", (number,))
    backups.replace_collection(folder, new)


def sync(folder: UserFolder, number: int) -> None:
    with closing(Collection(folder.collection)) as collection:
        collection.begin()
        collection.set_created(number)
        collection.finish(1)


def number_of(path: Path) -> int:
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        return int(db.execute("select crt from col").fetchone()[0])


def kept(folder: UserFolder) -> list[int]:
    return [number_of(path) for path in sorted(folder.backups.iterdir())]


MOST = 10


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has time to thin out backups, and few are too many."""
    monkeypatch.setattr(backups, "MOST", MOST)


@pytest.mark.usefixtures("few")
def test_the_newest_backups_are_kept_unchanged_by_later_syncs(folder: UserFolder) -> None:
    for number in range(MOST + 4):
        replace(folder, number)
        sync(folder, number + 100)  # a hard link to the file that is in use would change with it
    assert kept(folder) == list(range(103, MOST + 103))
    assert number_of(folder.collection) == MOST + 103


@pytest.mark.usefixtures("few")
def test_a_clock_that_was_wrong_costs_no_new_backup(folder: UserFolder) -> None:
    for number in range(MOST + 1):
        replace(folder, number)
    for path in folder.backups.iterdir():
        path.rename(path.with_name(path.name.replace("collection-2", "collection-9")))
    for number in (50, 51, 52):
        replace(folder, number)
    assert kept(folder) == [10, 50, 51, *range(3, 10)]


def test_a_missing_collection_is_not_backed_up(folder: UserFolder) -> None:
    replace(folder, 1)
    assert not folder.backups.exists()


@pytest.mark.usefixtures("few")
def test_failed_replacements_cost_no_backup(folder: UserFolder) -> None:
    for number in range(4):
        replace(folder, number)
    with immovable(folder.collection):
        for _ in range(MOST + 1):
            with pytest.raises(OSError, match="not permitted"):
                replace(folder, 99)
    assert kept(folder) == [0, 1, 2]
    assert number_of(folder.collection) == 3
    sync(folder, 50)
    assert kept(folder) == [0, 1, 2]


def test_nothing_is_replaced_if_it_cannot_be_backed_up(
    folder: UserFolder,
) -> None:
    replace(folder, 1)
    folder.backups.write_bytes(b"in the way")
    with pytest.raises(FileExistsError):
        replace(folder, 2)
    assert number_of(folder.collection) == 1


def test_a_second_name_of_the_file_in_use_is_not_a_backup(folder: UserFolder) -> None:
    """What a power cut between the link and the replacement leaves."""
    replace(folder, 1)
    replace(folder, 2)
    os.link(folder.collection, new_path(folder.backups, "collection"))
    backups.discard_links_to_the_collection(folder)
    sync(folder, 3)
    assert kept(folder) == [1]
    assert number_of(folder.collection) == 3


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_crashed_journal_is_not_applied_to_the_new_file(folder: UserFolder, mode: str) -> None:
    replace(folder, 1)
    left = leave_half_done(folder.collection, mode)
    assert left.stat().st_size > 0
    replace(folder, 2)
    assert number_of(folder.collection) == 2
    assert kept(folder) == [1 if mode == "delete" else 7]
    assert sorted(path.name for path in folder.root.iterdir()) == ["backups", "collection.anki2"]


@pytest.mark.parametrize("ending", ["", "-journal", "-wal"])
def test_a_file_too_damaged_to_open_is_replaced_and_kept(folder: UserFolder, ending: str) -> None:
    damaged = b"no database" * 1000
    folder.collection.write_bytes(damaged)
    folder.root.joinpath(f"collection.anki2{ending}").write_bytes(damaged)
    replace(folder, 2)
    sync(folder, 3)
    assert number_of(folder.collection) == 3
    [backup] = folder.backups.glob("*.anki2")
    assert backup.read_bytes() == damaged
    assert sorted(path.name for path in folder.root.iterdir()) == ["backups", "collection.anki2"]


def leave_half_done(path: Path, mode: str) -> Path:
    """Change a database in a process that dies before it has ended; return what is beside it."""
    program = f"""
import os, sqlite3
db = sqlite3.connect({str(path)!r}, isolation_level=None)
db.execute("pragma journal_mode = {mode}")
db.execute("pragma cache_size = 1")
db.execute("begin")
db.execute("update col set crt = 7")
db.execute("create table filler (a)")
for _ in range(500):
    db.execute("insert into filler values (zeroblob(4000))")
if {mode!r} == "wal":
    db.execute("drop table filler")
    db.execute("commit")
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 9
    return path.with_name(path.name + ("-journal" if mode == "delete" else "-wal"))


def test_without_hard_links_a_backup_is_a_copy(
    folder: UserFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError("not supported")

    monkeypatch.setattr(os, "link", no_links)
    replace(folder, 1)
    replace(folder, 2)
    assert kept(folder) == [1]


def test_windows_allows_the_longest_paths_below_a_data_folder_of_100_characters() -> None:
    """Of media they may be longer: patient.extended."""
    data, name = Path("x" * 100), "x" * MAX_CHARACTERS
    for root in (
        users_path(data) / name,
        replaced_path(data) / f"{name}-2026-11-28-03.28.38.931000",
    ):
        path = new_path(UserFolder(root).backups, REPLACED)
        assert len(f"{path}-journal") <= 259, path
