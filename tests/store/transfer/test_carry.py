"""Export and import of a user's folder in odd cases (tests/live has real clients)."""

from __future__ import annotations

import io
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from addon.store.collection.collection import Collection, create
from addon.store.media.database import MediaFile
from addon.store.media.folder import MediaFolder
from addon.store.media.names import alias
from addon.store.media.store import MediaStore
from addon.store.media.trash import list_trash
from addon.store.paths import UserFolder
from addon.store.schema11.collation import register_collations
from addon.store.transfer import carry, carry_media, former
from addon.store.transfer.backup_files import REPLACED, UPLOAD, list_backups
from addon.store.transfer.carry import CannotCarry, export_user, import_user

from ..media import zips as media_zips

FILES = {"a.png": b"a", "日本.png": b"b", "A.PNG": b"c", ".lan-sync-name-x": b"d"}


@pytest.fixture
def anna(tmp_path: Path) -> UserFolder:
    """Return a user with a collection and some media, one of it deleted."""
    folder = UserFolder(tmp_path / "users" / "anna")
    folder.create()
    create(folder.collection)
    put(folder, {**FILES, "gone.png": b"gone"})
    put(folder, {"gone.png": None})
    return folder


def put(folder: UserFolder, files: dict[str, bytes | None]) -> None:
    with closing(MediaStore(folder.media, folder.media_db)) as media:
        media.apply_upload(io.BytesIO(media_zips.upload(list(files.items()))))


def media_of(folder: UserFolder) -> tuple[dict[str, bytes], int]:
    """Return the files as a client gets them, and the newest usn."""
    with closing(MediaStore(folder.media, folder.media_db)) as media:
        names = [name for name, _usn, sha1 in media.changes_since(0) if sha1]
        files = dict(media_zips.download(media.zip_of(names))) if names else {}
        assert media.count() == len(files)
        assert media.total_bytes() == sum(map(len, files.values()))
        return files, media.last_usn()


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(statement)


def replaced(folder: UserFolder) -> Path:
    return folder.root.parent.parent / "replaced"


def test_every_file_keeps_its_own_name_where_the_disk_can_store_it(
    anna: UserFolder, tmp_path: Path
) -> None:
    carried = export_user(anna, tmp_path / "out" / "anna")
    out = UserFolder(tmp_path / "out" / "anna")
    assert (carried.files, carried.missing) == (4, [])
    assert media_of(out) == media_of(anna) == (FILES, 6)
    names = {path.name for path in out.media.iterdir()}
    assert names == {"a.png", "日本.png", "A.PNG", alias(".lan-sync-name-x")}
    assert {path.name for path in out.root.iterdir()} == {"collection.anki2", "media", "media.db"}


def test_the_target_must_be_an_empty_folder(anna: UserFolder, tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.mkdir()
    export_user(anna, target)
    with pytest.raises(CannotCarry, match="already exists"):
        export_user(anna, target)
    with pytest.raises(CannotCarry, match="already exists"):
        export_user(anna, target / "collection.anki2")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "users"]


def test_a_file_replaced_while_it_is_copied_is_copied_again(
    anna: UserFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = MediaFolder.content
    put_already: list[str] = []

    def read_late(self: MediaFolder, file: MediaFile) -> Iterator[bytes]:
        if not put_already:
            put_already.append(file.name)
            put(anna, {"a.png": b"newer", "日本.png": None, "new.png": b"new"})
        return content(self, file)

    monkeypatch.setattr(MediaFolder, "content", read_late)
    carried = export_user(anna, tmp_path / "out")
    assert carried.missing == []
    assert media_of(UserFolder(tmp_path / "out")) == media_of(anna)


def test_a_session_that_locks_readers_out_is_reported(
    anna: UserFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carry, "_PATIENCE", 0)
    with closing(sqlite3.connect(anna.collection, isolation_level=None)) as db:
        db.execute("begin exclusive")
        with pytest.raises(CannotCarry, match="a sync is using the collection"):
            export_user(anna, tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["users"]


@pytest.mark.parametrize(("start", "size"), [(4096, 4096), (1024, 30_000), (0, 100)])
def test_a_damaged_collection_is_not_exported_as_if_it_were_sound(
    anna: UserFolder, tmp_path: Path, start: int, size: int
) -> None:
    with anna.collection.open("r+b") as file:
        file.seek(start)  # a page, most of them, the header
        file.write(b"\x5a" * size)
    before = anna.collection.read_bytes()
    with pytest.raises(CannotCarry) as raised:
        export_user(anna, tmp_path / "out")
    message = str(raised.value)
    assert f"{anna.collection} is damaged" in message
    assert "restore a backup and export again" in message
    assert not (tmp_path / "out").exists()
    assert anna.collection.read_bytes() == before


def test_what_an_import_replaces_is_a_backup_and_in_the_trash(
    anna: UserFolder, tmp_path: Path
) -> None:
    export_user(anna, tmp_path / "out")
    put(anna, {"later.png": b"later", "a.png": b"another"})
    anna.backups.mkdir()
    shutil.copy(anna.collection, anna.backups / "manual-2026-01-01-09.00.00.000.anki2")
    (older,) = list_backups(anna)
    change(anna.collection, "update col set conf = json_set(conf, '$.mine', 1)")
    former = anna.collection.read_bytes()
    carried = import_user(tmp_path / "out", anna, replaced(anna))
    assert media_of(anna)[0] == FILES
    assert carried.backup is not None
    assert carried.backup.read_bytes() == former
    assert [each.name for each in list_backups(anna)] == [carried.backup.stem, older.name]
    assert list_backups(anna)[0].reason == REPLACED
    trash = sorted((each.name, each.path.read_bytes()) for each in list_trash(anna))
    before = [("a.png", b"a"), ("gone.png", b"gone")]
    assert trash == sorted([*before, ("a.png", b"another"), ("later.png", b"later")])
    assert carried.left is None
    assert not replaced(anna).exists()
    assert anna.root.stat().st_mode & 0o777 == 0o700


def test_what_sqlite_left_beside_a_replaced_collection_is_part_of_the_backup(
    anna: UserFolder, tmp_path: Path
) -> None:
    export_user(anna, tmp_path / "out")
    crashed = tmp_path / "crashed"
    shutil.copytree(anna.root, crashed)
    with closing(sqlite3.connect(anna.collection)) as db:
        db.execute("pragma journal_mode = wal")
        db.execute("update col set conf = json_set(conf, '$.mine', 1)")
        db.commit()
        shutil.rmtree(crashed)
        shutil.copytree(anna.root, crashed)  # as a killed program leaves it
    shutil.rmtree(anna.root)
    crashed.rename(anna.root)
    carried = import_user(tmp_path / "out", anna, replaced(anna))
    assert carried.backup is not None
    with closing(sqlite3.connect(carried.backup)) as db:
        assert db.execute("select json_extract(conf, '$.mine') from col").fetchone() == (1,)


@pytest.mark.parametrize("why", ["too much for the trash", "an upload was interrupted", "no room"])
def test_what_cannot_be_moved_stays_and_is_named(
    anna: UserFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    export_user(anna, tmp_path / "out")
    put(anna, {"later.png": b"later"})
    if why == "too much for the trash":
        monkeypatch.setattr(former, "TRASH_BYTES", 4)
    elif why == "an upload was interrupted":
        anna.media.with_name("media.journal").write_bytes(b"journal")
    else:

        def fail(self: MediaFolder, path: Path, batch: Path) -> None:
            raise OSError(f"{path} cannot be moved to {batch} in {self.path}")

        monkeypatch.setattr(MediaFolder, "discard", fail)
    carried = import_user(tmp_path / "out", anna, replaced(anna))
    assert carried.left is not None
    assert (carried.left / "media" / "later.png").read_bytes() == b"later"
    assert [each.reason for each in list_backups(anna)] == [REPLACED]
    assert media_of(anna)[0] == FILES


def test_if_the_last_step_fails_the_former_folder_is_restored(
    anna: UserFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_user(anna, tmp_path / "out")
    before = media_of(anna)
    rename = os.rename

    def fail_for_new(source: Path, target: Path) -> None:
        if Path(source).name.startswith(".lan-sync-tmp-"):
            raise PermissionError("no")
        rename(source, target)

    monkeypatch.setattr(os, "rename", fail_for_new)
    with pytest.raises(CannotCarry):
        import_user(tmp_path / "out", anna, replaced(anna))
    assert media_of(anna) == before
    assert [path.name for path in anna.root.parent.iterdir()] == ["anna"]


def test_the_next_import_removes_leftovers_of_an_interrupted_one(
    anna: UserFolder, tmp_path: Path
) -> None:
    export_user(anna, tmp_path / "out")
    leftover = anna.root.parent / ".lan-sync-tmp-0123" / "media"
    leftover.mkdir(parents=True)
    import_user(tmp_path / "out", anna, replaced(anna))
    assert [path.name for path in anna.root.parent.iterdir()] == ["anna"]


def test_wrong_totals_from_another_tool_are_recounted(anna: UserFolder, tmp_path: Path) -> None:
    export_user(anna, tmp_path / "out")
    change(tmp_path / "out" / "media.db", "update meta set total_bytes = 99, last_usn = 2")
    import_user(tmp_path / "out", anna, replaced(anna))
    assert media_of(anna) == (FILES, 6)


def test_no_imported_name_leads_outside_the_folder(anna: UserFolder, tmp_path: Path) -> None:
    export_user(anna, tmp_path / "out")
    (tmp_path / "secret").write_bytes(b"a")
    change(
        tmp_path / "out" / "media.db",
        "update media set fname = '../../secret' where fname = 'a.png'",
    )
    carried = import_user(tmp_path / "out", anna, replaced(anna))
    assert carried.missing == ["../../secret"]
    assert (tmp_path / "secret").read_bytes() == b"a"


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        ("update media set csum = x'00' where fname = 'a.png'", "does not write"),
        ("update media set csum = 'text'", "does not write"),
        ("update media set fname = x'ff' where fname = 'a.png'", "does not write"),
        ("update media set size = -1", "does not write"),
        ("delete from meta", "does not write"),
        ("pragma user_version = 3", "version 3"),
        ("pragma user_version = 5", "version 5"),
        ("drop table media", "cannot be copied"),
    ],
)
def test_a_list_of_media_that_cannot_be_read_is_refused(
    anna: UserFolder, tmp_path: Path, spoil: str, expected: str
) -> None:
    export_user(anna, tmp_path / "out")
    change(tmp_path / "out" / "media.db", spoil)
    with pytest.raises(CannotCarry, match=expected):
        import_user(tmp_path / "out", anna, replaced(anna))
    assert media_of(anna) == (FILES, 6)
    assert not replaced(anna).exists()


def test_a_write_protected_folder_in_wal_mode_is_read_without_a_trace(
    anna: UserFolder, tmp_path: Path
) -> None:
    """As Anki's own server leaves it when it ends well."""
    out = UserFolder(tmp_path / "out")
    export_user(anna, out.root)
    for path in (out.collection, out.media_db):
        change(path, "pragma journal_mode = wal")
    before = sorted(path.name for path in out.root.iterdir())
    looked: list[list[str]] = []
    copied = carry_media.copy_media

    def look(source: UserFolder, target: UserFolder, copy: Callable[[Path, Path], None]) -> object:
        found = copied(source, target, copy)
        looked.append(sorted(path.name for path in source.root.iterdir()))
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(carry, "copy_media", look)
        import_user(out.root, anna, replaced(anna))
    assert looked == [before]
    assert sorted(path.name for path in out.root.iterdir()) == before
    assert anna.collection.read_bytes()[18:20] == b"\1\1"


def test_an_import_not_stored_in_full_is_kept_among_the_backups(
    anna: UserFolder, rich_copy: Path, tmp_path: Path
) -> None:
    source = UserFolder(tmp_path / "theirs")
    source.create()
    shutil.copy(rich_copy, source.collection)
    with closing(sqlite3.connect(source.collection)) as db, db:
        register_collations(db)
        db.execute("update tags set config = x'0800' where tag = (select min(tag) from tags)")
    import_user(source.root, anna, replaced(anna))
    assert {each.reason for each in list_backups(anna)} == {UPLOAD, REPLACED}
    names = {path.name for path in anna.root.iterdir()}
    assert names == {"collection.anki2", "media", "media.trash", "backups"}


@pytest.mark.parametrize("content", [b"no database", None], ids=["no database", "cut short"])
def test_a_damaged_collection_can_be_replaced_and_devices_will_ask(
    anna: UserFolder, tmp_path: Path, content: bytes | None
) -> None:
    export_user(anna, tmp_path / "out")
    anna.collection.write_bytes(content or anna.collection.read_bytes()[:5000])
    carried = import_user(tmp_path / "out", anna, replaced(anna))
    assert carried.forked
    with closing(Collection(tmp_path / "out" / "collection.anki2")) as theirs:
        before = theirs.stamps()
    with closing(Collection(anna.collection)) as ours:
        assert ours.stamps().scm > before.scm
        assert ours.stamps().mod > before.mod


@pytest.mark.parametrize("back", [True, False], ids=["it came back", "its deletion is unknown"])
def test_a_deck_deleted_here_without_a_grave_in_the_copy_is_a_fork(
    anna: UserFolder, tmp_path: Path, back: bool
) -> None:
    copy = UserFolder(tmp_path / "out" / "anna")
    change(anna.collection, "insert into graves values (0, 5, 2)")
    export_user(anna, copy.root)
    change(copy.collection, "delete from graves")
    if back:
        change(
            copy.collection,
            "update col set decks = json_insert(decks, '$.5',"
            " json_set(json_extract(decks, '$.1'), '$.id', 5, '$.name', 'came back'))",
        )
    assert import_user(copy.root, anna, replaced(anna)).forked is not back


def test_what_exists_has_no_grave_after_an_import(anna: UserFolder, tmp_path: Path) -> None:
    """As Anki's own server leaves them where something came back."""
    copy = UserFolder(tmp_path / "out" / "anna")
    export_user(anna, copy.root)
    change(copy.collection, "insert into graves values (0, 1, 2), (0, 7, 0), (0, 8, 1)")
    import_user(copy.root, anna, replaced(anna))
    with closing(sqlite3.connect(anna.collection)) as db:
        assert db.execute("select oid, type from graves").fetchall() == [(7, 0), (8, 1)]
