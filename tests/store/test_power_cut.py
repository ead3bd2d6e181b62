"""What was confirmed is on the disk, even if the power goes at that moment (docs/store.md)."""

from __future__ import annotations

import errno
import io
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from addon.bridge.state import State
from addon.server.accounts.accounts import Accounts
from addon.store import patient
from addon.store.collection.collection import Collection, create
from addon.store.media.store import MediaStore
from addon.store.paths import UserFolder
from addon.store.sqlite import open_durable
from addon.store.transfer import backups
from addon.store.transfer.carry import import_user
from addon.store.transfer.copies import back_up
from addon.store.transfer.stored import open_stored
from tests.accounts import add_user

from ..disks import Disk
from .media import zips


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    with Disk.mounted(tmp_path_factory.mktemp("power")) as disk:
        yield disk


@pytest.fixture
def anna(disk: Disk, request: pytest.FixtureRequest) -> UserFolder:
    """Return a user with a collection, all of it on the disk; each test has its own."""
    folder = UserFolder(disk.folder / request.node.name / "users" / "anna")
    with closing(open_stored(folder)):
        pass
    os.sync()
    return folder


def there(folder: UserFolder, disk: Disk, after: Path) -> UserFolder:
    """Return the same folder, as it is found after the power cut."""
    return UserFolder(after / folder.root.relative_to(disk.folder))


def created(path: Path) -> int:
    """Return a number that tells collections of these tests apart. Takes in a journal, as we do."""
    with closing(Collection(path)) as collection:
        assert collection.db.execute("pragma integrity_check").fetchone() == ("ok",)
        return collection.created


def sync(folder: UserFolder, number: int) -> None:
    with closing(Collection(folder.collection)) as collection:
        collection.begin()
        collection.set_created(number)
        collection.finish(1)


def test_a_database_that_is_not_opened_durably_loses_its_last_commit(disk: Disk) -> None:
    """Else the tests below would show nothing."""
    for name, opened in (("plain", sqlite3.connect), ("durable", open_durable)):
        path = disk.folder / name
        with closing(opened(path, timeout=1)) as first:
            first.isolation_level = None
            first.execute("create table t (a)")
            os.sync()
            first.execute("insert into t values (1)")
            with disk.after_power_cut() as after, closing(sqlite3.connect(after / name)) as db:
                (rows,) = db.execute("select count() from t").fetchone()
        assert rows == {"plain": 0, "durable": 1}[name]


def test_the_collection_of_a_new_user_survives_a_power_cut(disk: Disk) -> None:
    folder = UserFolder(disk.folder / "data" / "users" / "new")
    with closing(open_stored(folder)) as collection, disk.after_power_cut() as after:
        assert created(there(folder, disk, after).collection) == collection.created


def test_a_finished_session_survives_a_power_cut(anna: UserFolder, disk: Disk) -> None:
    sync(anna, 5)
    with disk.after_power_cut() as after:
        assert created(there(anna, disk, after).collection) == 5


def test_an_unfinished_session_leaves_nothing_after_a_power_cut(
    anna: UserFolder, disk: Disk
) -> None:
    sync(anna, 5)
    with closing(Collection(anna.collection)) as collection:
        collection.begin()
        collection.set_created(6)
        with disk.after_power_cut() as after:
            assert created(there(anna, disk, after).collection) == 5


def test_an_upload_and_the_backup_of_what_it_replaced_survive_a_power_cut(
    anna: UserFolder, disk: Disk
) -> None:
    sync(anna, 5)
    new = anna.root / "new"
    create(new)
    with closing(Collection(new)) as collection:
        collection.begin()
        collection.set_created(6)
        collection.finish(1)
    backups.replace_collection(anna, new)
    with disk.after_power_cut() as after:
        found = there(anna, disk, after)
        assert created(found.collection) == 6
        (backup,) = found.backups.iterdir()
        assert created(backup) == 5


def test_a_manual_backup_survives_a_power_cut(anna: UserFolder, disk: Disk) -> None:
    sync(anna, 5)
    assert back_up(anna) is not None
    with disk.after_power_cut() as after:
        (backup,) = there(anna, disk, after).backups.iterdir()
        assert created(backup) == 5


def test_an_import_and_what_it_replaced_survive_a_power_cut(
    anna: UserFolder, disk: Disk, tmp_path: Path
) -> None:
    sync(anna, 5)
    source = UserFolder(tmp_path / "source")
    with closing(open_stored(source)):
        pass
    sync(source, 6)
    data = anna.root.parent.parent
    import_user(source.root, anna, data / "replaced")
    with disk.after_power_cut() as after:
        found = there(anna, disk, after)
        assert created(found.collection) == 6
        (backup,) = found.backups.iterdir()
        assert created(backup) == 5


def remembered(path: Path) -> tuple[int, object]:
    """Return the collection's number, and what the bridge remembers."""
    with closing(Collection(path)) as collection:
        state = State(collection.db, UserFolder(path.parent).bridge)
        return collection.created, state.get("number")


def test_the_bridges_state_survives_a_power_cut_alone_and_with_a_session(
    anna: UserFolder, disk: Disk
) -> None:
    with closing(Collection(anna.collection)) as collection:
        state = State(collection.db, anna.bridge)
        os.sync()
        state.put("number", 5)
        with disk.after_power_cut() as after:
            assert remembered(there(anna, disk, after).collection)[1] == 5
        collection.begin()
        state.put("number", 6)
        collection.set_created(6)
        collection.finish(1)
        with disk.after_power_cut() as after:
            assert remembered(there(anna, disk, after).collection) == (6, 6)


def media_of(folder: UserFolder) -> dict[str, bytes]:
    """Return what clients would be given, and get."""
    with closing(MediaStore(folder.media, folder.media_db)) as store:
        store.sweep()  # as the server does before anyone asks
        names = [name for name, _usn, sha1 in store.changes_since(0) if sha1]
        return dict(zips.download(store.zip_of(names)))


def put(store: MediaStore, *entries: tuple[str, bytes | None]) -> None:
    store.apply_upload(io.BytesIO(zips.upload(entries)))


def test_added_replaced_and_deleted_media_survive_a_power_cut(anna: UserFolder, disk: Disk) -> None:
    with closing(MediaStore(anna.media, anna.media_db)) as store:
        put(store, ("a", b"a"))
        with disk.after_power_cut() as after:
            assert media_of(there(anna, disk, after)) == {"a": b"a"}
        put(store, ("a", b"another"), ("b", b"b"))
        with disk.after_power_cut() as after:
            found = there(anna, disk, after)
            assert media_of(found) == {"a": b"another", "b": b"b"}
            trash = found.media.with_name("media.trash")
            # twice if the upload was repeated, but nothing that the power cut has emptied
            assert {path.read_bytes() for path in trash.rglob("a")} == {b"a"}
        put(store, ("a", None))
        with disk.after_power_cut() as after:
            found = there(anna, disk, after)
            assert media_of(found) == {"b": b"b"}
            assert any(path.read_bytes() == b"another" for path in found.root.rglob("a"))


def test_replaced_media_survives_a_power_cut_on_a_disk_without_links(
    anna: UserFolder, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:  # as on exFAT
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(patient, "link", refuse)
    with closing(MediaStore(anna.media, anna.media_db)) as store:
        put(store, ("a", b"a"))
        put(store, ("a", b"another"))
        with disk.after_power_cut() as after:
            trash = there(anna, disk, after).media.with_name("media.trash")
            assert {path.read_bytes() for path in trash.rglob("a")} == {b"a"}


def shared_media(folder: UserFolder) -> MediaStore:
    """Return the user's media in a folder that Anki uses too, as the server opens them."""
    anki = folder.root / "collection.media"
    anki.mkdir(exist_ok=True)
    store = MediaStore(folder.media, folder.media_db, anki)
    store.sweep()
    return store


def settle(store: MediaStore) -> None:
    while not store.is_settled:
        store.settle()


def test_a_file_that_a_phone_deletes_from_ankis_folder_stays_deleted_after_a_power_cut(
    anna: UserFolder, disk: Disk
) -> None:
    """The file itself may come back, and then is not taken for a new one."""
    with closing(shared_media(anna)) as store:
        put(store, ("a", b"a"), ("b", b"b"))
        settle(store)
        put(store, ("a", None))
        with disk.after_power_cut() as after:
            found = there(anna, disk, after)
            with closing(shared_media(found)) as again:
                assert again.refresh()
                assert [name for name, _usn, sha1 in again.changes_since(0) if sha1] == ["b"]
            assert not (found.root / "collection.media" / "a").exists()


def test_accounts_keys_and_their_removal_survive_a_power_cut(disk: Disk) -> None:
    path = disk.folder / "accounts.db"

    def asked(key: str) -> str | None:
        with disk.after_power_cut() as after, closing(Accounts(after / path.name)) as found:
            account = found.by_key(key)
            return account.user if account else None

    with closing(Accounts(path)) as accounts:
        add_user(accounts, "anna", "secret")
        key = accounts.login("anna", "secret", "phone")
        assert key is not None
        assert asked(key) == "anna"
        (device,) = accounts.devices.of("anna")
        accounts.devices.revoke(device.id)
        assert asked(key) is None
