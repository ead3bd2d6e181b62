"""A backup as a package: real Anki imports it, and nothing can lose it on the way."""

from __future__ import annotations

import os
import shutil
import time
import zipfile
from pathlib import Path

import pytest
from anki._backend import RustBackend
from anki.collection import Collection

from addon.store.faults import Invalid
from addon.store.paths import UserFolder
from addon.store.transfer import backups
from addon.store.transfer.backup_files import content_of, list_backups
from addon.store.transfer.copies import back_up
from addon.store.transfer.packing import Stopped, pack, unpack

from .. import rich
from .snapshots import downgrade_by_anki, snapshot


@pytest.fixture
def folder(folder: UserFolder) -> UserFolder:
    """Return a store with cards of every kind."""
    rich.build(folder.collection)
    downgrade_by_anki(folder.collection)
    return folder


def import_by_anki(package: Path, place: Path) -> Collection:
    """Choose File > Import in an Anki that has another collection."""
    place.mkdir()
    path = place / "collection.anki2"
    Collection(str(path)).close()
    RustBackend().import_collection_package(
        col_path=str(path),
        backup_path=str(package),
        media_folder=str(place / "collection.media"),
        media_db=str(place / "collection.media.db2"),
    )
    return Collection(str(path))


def packed(path: Path) -> Path:
    made = pack(path)
    assert made is not None
    assert made.suffix == ".colpkg"
    assert not path.exists()
    return made


@pytest.mark.parametrize(
    "reason", ["manual", "daily", "deletions", "repair", "collection", "upload", "desktop"]
)
def test_anki_imports_each_kind_of_backup(folder: UserFolder, tmp_path: Path, reason: str) -> None:
    expected = content_of(folder.collection)
    assert expected is not None
    made = back_up(folder, reason)
    assert made is not None
    if reason in ("upload", "desktop"):  # as Anki itself keeps it
        Collection(str(made)).close()
    col = import_by_anki(packed(made), tmp_path / "desktop")
    assert (col.card_count(), col.note_count()) == (expected.cards, expected.notes)
    assert expected.cards > 0
    assert col.db is not None
    assert col.db.scalar("pragma integrity_check") == "ok"
    col.close()


def test_what_is_unpacked_is_what_was_packed(folder: UserFolder, tmp_path: Path) -> None:
    made = back_up(folder)
    assert made is not None
    before = made.read_bytes()
    package = packed(made)
    unpack(package, tmp_path / "unpacked")
    assert (tmp_path / "unpacked").read_bytes() == before
    assert content_of(package) == content_of(folder.collection)
    assert package.stat().st_size < len(before)


def test_a_package_that_anki_has_made_can_be_read(folder: UserFolder, tmp_path: Path) -> None:
    """As "Support older Anki versions" in its export makes it."""
    shutil.copyfile(folder.collection, tmp_path / "collection.anki2")
    col = Collection(str(tmp_path / "collection.anki2"))
    col.export_collection_package(str(tmp_path / "mine.colpkg"), include_media=False, legacy=True)
    col = Collection(str(tmp_path / "collection.anki2"))
    cards = col.card_count()
    col.close()
    unpack(tmp_path / "mine.colpkg", tmp_path / "unpacked")
    found = content_of((tmp_path / "unpacked").rename(tmp_path / "unpacked.anki2"))
    assert found is not None
    assert found.cards == cards


def test_a_package_that_only_anki_reads_is_no_collection_with_one_card(
    folder: UserFolder, tmp_path: Path
) -> None:
    """That card asks people to update Anki, which is too old for the package's real collection."""
    shutil.copyfile(folder.collection, tmp_path / "collection.anki2")
    col = Collection(str(tmp_path / "collection.anki2"))
    col.export_collection_package(str(tmp_path / "mine.colpkg"), include_media=False, legacy=False)
    with pytest.raises(Invalid, match="import it there"):
        unpack(tmp_path / "mine.colpkg", tmp_path / "unpacked")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_package_of_another_program_says_so(
    folder: UserFolder, tmp_path: Path, method: int
) -> None:
    """Damaged ones raise what the compression raises."""
    package = tmp_path / "other.colpkg"
    with zipfile.ZipFile(package, "w", method) as archive:
        archive.write(folder.collection, "collection.anki2")
    with pytest.raises(Invalid, match="by another program"):
        unpack(package, tmp_path / "unpacked")


def test_an_encrypted_package_says_so(folder: UserFolder, tmp_path: Path) -> None:
    made = back_up(folder)
    assert made is not None
    package = packed(made)
    content = bytearray(package.read_bytes())
    content[content.find(b"PK\1\2") + 8] |= 1  # the first member's flags in the directory
    package.write_bytes(content)
    with pytest.raises(Invalid, match="by another program"):
        unpack(package, tmp_path / "unpacked")


def test_a_folder_among_the_backups_is_none(folder: UserFolder) -> None:
    (folder.backups / "manual-2026-11-27-12.00.00.000.colpkg").mkdir(parents=True)
    assert list_backups(folder) == []


def test_a_crash_leaves_a_whole_backup(folder: UserFolder) -> None:
    made = back_up(folder)
    assert made is not None
    content = made.read_bytes()
    with pytest.raises(Stopped):
        pack(made, lambda: False)
    assert [path.name for path in folder.backups.iterdir()] == [made.name]
    package = packed(made)
    made.write_bytes(content)  # killed before it was removed
    [listed] = list_backups(folder)
    assert listed.path == package
    assert packed(made) == package
    assert [path.name for path in folder.backups.iterdir()] == [package.name]


def test_a_damaged_backup_is_not_packed(folder: UserFolder) -> None:
    folder.backups.mkdir()
    path = folder.backups / "collection-2026-11-27-12.00.00.000.anki2"
    path.write_bytes(b"no database" * 1000)
    assert pack(path) is None
    assert path.exists()


def test_a_backup_in_two_parts_is_not_packed(folder: UserFolder) -> None:
    made = back_up(folder)
    assert made is not None
    made.with_name(f"{made.name}-journal").write_bytes(b"half a change")
    assert pack(made) is None
    assert made.exists()


@pytest.mark.parametrize("damage", ["cut", "changed", "other"])
def test_a_damaged_package_says_so(folder: UserFolder, tmp_path: Path, damage: str) -> None:
    made = back_up(folder)
    assert made is not None
    package = packed(made)
    content = bytearray(package.read_bytes())
    if damage == "cut":
        del content[len(content) // 2 :]
    elif damage == "changed":
        content[200:260] = bytes(60)
    package.write_bytes(content)
    if damage == "other":
        with zipfile.ZipFile(package, "w") as archive:
            archive.writestr("something", "else")
    with pytest.raises(Invalid, match="that can be read"):
        unpack(package, tmp_path / "unpacked")


def test_a_clock_before_1980_does_not_matter(
    folder: UserFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(folder)
    assert made is not None
    long_ago = time.localtime(86400)
    monkeypatch.setattr(time, "localtime", lambda *_: long_ago)
    packed(made)


def test_a_replaced_collection_is_packed_later(folder: UserFolder) -> None:
    content = snapshot(folder.collection)
    new = folder.root / "new"
    shutil.copyfile(folder.collection, new)
    kept = backups.replace_collection(folder, new)
    assert kept is not None
    linked = os.stat(kept).st_nlink
    unpack(packed(kept), folder.root / "unpacked")
    assert snapshot(folder.root / "unpacked") == content
    assert linked == 1
