"""A backup put back: with a stamp of its own, and undone by doing it again."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from addon.store.collection.collection import connect
from addon.store.faults import Invalid
from addon.store.paths import UserFolder
from addon.store.totals import Totals
from addon.store.transfer import backups
from addon.store.transfer.packing import pack
from addon.store.transfer.put_back import put_back, replaced, totals
from addon.store.transfer.stored import open_stored

NOW = 1_800_000_000_000


def collection(path: Path, cards: int) -> None:
    """Make a collection at `path` with this many cards, as a store keeps it."""
    folder = UserFolder(path.parent / "made")
    folder.create()
    open_stored(folder).close()
    with contextlib.closing(connect(folder.collection)) as db:
        for number in range(1, cards + 1):
            db.execute("insert into cards select ?, 0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,''", (number,))
    folder.collection.rename(path)


@pytest.fixture
def folder(folder: UserFolder) -> UserFolder:
    """Return a store in which an upload of two cards has replaced one of three."""
    collection(folder.collection, 3)
    collection(folder.root / "new", 2)
    kept = backups.replace_collection(folder, folder.root / "new")
    found = replaced(folder, kept)
    assert found is not None
    assert (found.before, found.now) == (Totals(3, 0, 0), Totals(2, 0, 0))
    return folder


def former(folder: UserFolder) -> Path:
    return max(folder.backups.glob("*.anki2"))


def stamps(path: Path) -> tuple[int, int]:
    with contextlib.closing(connect(path)) as db:
        scm, mod = db.execute("select scm, mod from col").fetchone()
    return scm, mod


def test_the_former_collection_is_back_under_a_stamp_of_its_own(folder: UserFolder) -> None:
    backup = former(folder)
    before = backup.read_bytes()
    undo = put_back(folder, backup, NOW)
    assert totals(folder.collection) == Totals(3, 0, 0)
    assert stamps(folder.collection) == (NOW + 1, NOW + 1)
    assert backup.read_bytes() == before
    assert undo is not None
    assert (undo.before, undo.now) == (Totals(2, 0, 0), Totals(3, 0, 0))


def test_putting_the_replaced_one_back_undoes_it(folder: UserFolder) -> None:
    undo = put_back(folder, former(folder), NOW)
    assert undo is not None
    put_back(folder, undo.backup, NOW)
    assert totals(folder.collection) == Totals(2, 0, 0)


def test_a_packed_backup_is_put_back_too(folder: UserFolder) -> None:
    package = pack(former(folder))
    assert package is not None
    put_back(folder, package, NOW)
    assert totals(folder.collection) == Totals(3, 0, 0)
    assert package.exists()


def test_usns_and_stamps_never_go_back(folder: UserFolder) -> None:
    """Devices and the bridge have seen those of the present collection."""
    backup = former(folder)
    with contextlib.closing(connect(folder.collection)) as db:
        db.execute("update col set usn = 700, scm = ?", (NOW + 5000,))
    put_back(folder, backup, NOW)
    with contextlib.closing(connect(folder.collection)) as db:
        assert db.execute("select usn, scm from col").fetchone() == (700, NOW + 5001)


def test_a_damaged_backup_changes_nothing(folder: UserFolder, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.anki2"
    damaged.write_bytes(b"not a collection" * 1000)
    before = folder.collection.read_bytes()
    with pytest.raises(Invalid):
        put_back(folder, damaged, NOW)
    assert folder.collection.read_bytes() == before
    assert [path.name for path in folder.root.iterdir() if "tmp" in path.name] == []


def test_replacing_a_collection_without_cards_loses_nothing(tmp_path: Path) -> None:
    folder = UserFolder(tmp_path / "anna")
    folder.create()
    assert replaced(folder, None) is None
    collection(folder.collection, 0)
    collection(folder.root / "new", 2)
    assert replaced(folder, backups.replace_collection(folder, folder.root / "new")) is None
