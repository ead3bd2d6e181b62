"""What a power cut leaves: files empty or missing though their rows are there, and a journal."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from addon.server.limits import Limits
from addon.server.users import Users
from addon.store.atomic import flush_folder
from addon.store.faults import NotNow
from addon.store.media.journal import Journal
from addon.store.media.store import MediaStore
from addon.store.paths import UserFolder

from ...disks import Disk, filled, immovable, mounted
from .zips import Entries, download, upload


def opened(folder: Path, *, shared: bool = False) -> MediaStore:
    anki = folder / "collection.media" if shared else None
    return MediaStore(folder / "media", folder / "media.db", anki)


def send(store: MediaStore, entries: Entries) -> None:
    store.apply_upload(io.BytesIO(upload(entries)))


def held(store: MediaStore, *names: str) -> list[tuple[str, bytes]]:
    return download(store.zip_of(names))


@contextmanager
def after_power_cut(folder: Path, *, shared: bool = False) -> Iterator[MediaStore]:
    """Yield the store of a copy of `folder` in which no media file has kept its content."""
    after = folder.with_name("after")
    shutil.copytree(folder, after)
    for path in (after / ("collection.media" if shared else "media")).iterdir():
        times = path.stat()
        path.write_bytes(b"")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    with closing(opened(after, shared=shared)) as store:
        yield store


@contextmanager
def after_losing_rows(folder: Path, rows: Path, *, shared: bool = False) -> Iterator[MediaStore]:
    """As above, and media.db is as in `rows`: no commit since then was flushed."""
    with after_power_cut(folder, shared=shared) as store:
        for suffix in ("", "-wal", "-shm"):
            (folder.with_name("after") / f"media.db{suffix}").unlink(missing_ok=True)
            if (rows / f"media.db{suffix}").exists():
                shutil.copy(rows / f"media.db{suffix}", folder.with_name("after"))
        yield store


def rows_of(folder: Path) -> Path:
    """Copy media.db as it is now."""
    rows = folder.with_name("rows")
    rows.mkdir()
    for path in folder.glob("media.db*"):
        shutil.copy(path, rows)
    return rows


def change_in_anki(path: Path) -> None:
    """As a person does some seconds after the upload."""
    path.write_bytes(b"changed in Anki")
    later = path.stat().st_mtime_ns + 5_000_000_000
    os.utime(path, ns=(later, later))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "user"
    (folder / "collection.media").mkdir(parents=True)
    return folder


@pytest.mark.parametrize("shared", [False, True])
def test_files_that_a_power_cut_took_are_made_again(folder: Path, shared: bool) -> None:
    with closing(opened(folder, shared=shared)) as store:
        send(store, [("a", b"1"), ("con", b"2"), ("A", b"3")])
        send(store, [("b", b"4"), ("a", b"newer")])
        with after_power_cut(folder, shared=shared) as again:
            again.sweep()
            assert held(again, "a", "con", "A", "b") == [
                ("a", b"newer"),
                ("con", b"2"),
                ("A", b"3"),
                ("b", b"4"),
            ]
            assert again.last_usn() == 5


@pytest.mark.parametrize("shared", [False, True])
def test_rows_that_a_power_cut_took_are_made_again(folder: Path, shared: bool) -> None:
    with closing(opened(folder, shared=shared)) as store:
        send(store, [("a", b"1"), ("b", b"2")])
        rows = rows_of(folder)
        send(store, [("a", b"newer"), ("con", b"3")])
        send(store, [("c", b"4"), ("b", None)])
        expected = store.changes_since(0)
        with after_losing_rows(folder, rows, shared=shared) as again:
            assert again.last_usn() == 2
            again.sweep()
            assert again.changes_since(0) == expected
            assert held(again, "a", "con", "c") == [("a", b"newer"), ("con", b"3"), ("c", b"4")]
            assert not (folder.with_name("after") / "media.journal").exists()
            trash = "collection.media.lan-sync/trash" if shared else "media.trash"
            kept = list((folder.with_name("after") / trash).rglob("*"))
            assert {path.read_bytes() for path in kept if path.is_file()} == {b"1", b"2"}
            if shared:
                assert again.refresh()
                assert again.changes_since(0) == expected


def test_what_an_upload_had_only_begun_to_write_is_written_anew(folder: Path) -> None:
    with closing(opened(folder)) as store:
        send(store, [("a", b"1")])
        rows = rows_of(folder)
        send(store, [("b", b"from the phone"), ("c", b"somebody's")])
        with after_losing_rows(folder, rows) as again:
            (again_media(folder) / "b").write_bytes(b"from the ph")
            (again_media(folder) / "c").write_bytes(b"something else")
            again.sweep()
            assert held(again, "b", "c") == [("b", b"from the phone"), ("c", b"somebody's")]
            trash = folder.with_name("after") / "media.trash"
            kept = [path.read_bytes() for path in trash.rglob("*") if path.is_file()]
            assert kept == [b"something else"]


def test_what_anki_wrote_after_an_upload_is_kept_though_the_rows_are_lost(folder: Path) -> None:
    with closing(opened(folder, shared=True)) as store:
        send(store, [("a", b"1")])
        rows = rows_of(folder)
        send(store, [("a", b"from the phone"), ("b", b"2")])
        with after_losing_rows(folder, rows, shared=True) as again:
            change_in_anki(again_media(folder, shared=True) / "a")
            again.sweep()
            assert again.refresh()
            assert held(again, "a", "b") == [("a", b"changed in Anki"), ("b", b"2")]


def test_no_usn_is_given_twice_though_what_anki_wrote_since_is_kept(folder: Path) -> None:
    with closing(opened(folder, shared=True)) as store:
        send(store, [("a", b"1")])
        rows = rows_of(folder)
        send(store, [("a", b"from the phone"), ("b", b"2")])
        told = store.last_usn()
        send(store, [("c", b"3")])
        with after_losing_rows(folder, rows, shared=True) as again:
            change_in_anki(again_media(folder, shared=True) / "a")
            again.sweep()
            assert again.refresh()
            assert [name for name, _usn, _sha1 in again.changes_since(told)] == ["c", "a"]
            assert [name for name, _usn, _sha1 in again.changes_since(told + 1)] == ["a"]
            assert held(again, "a", "b", "c") == [
                ("a", b"changed in Anki"),
                ("b", b"2"),
                ("c", b"3"),
            ]


def test_a_file_dated_in_the_future_does_not_win_over_the_upload_that_replaced_it(
    folder: Path,
) -> None:
    with closing(opened(folder, shared=True)) as store:
        old = folder / "collection.media" / "a"
        old.write_bytes(b"old")
        future = old.stat().st_mtime_ns + 1_000_000_000_000
        os.utime(old, ns=(future, future))
        store.refresh()
        rows = rows_of(folder)
        send(store, [("a", b"from the phone")])
        with after_losing_rows(folder, rows, shared=True) as again:
            back = again_media(folder, shared=True) / "a"
            back.write_bytes(b"old")
            os.utime(back, ns=(future, future))
            again.sweep()
            assert again.refresh()
            assert held(again, "a") == [("a", b"from the phone")]


def test_what_an_upload_replaces_twice_is_not_taken_for_ankis_after_a_crash(folder: Path) -> None:
    with closing(opened(folder, shared=True)) as store:
        send(store, [("a", b"1")])
        rows = rows_of(folder)
        send(store, [("a", b"2"), ("a", b"3")])
        with after_losing_rows(folder, rows, shared=True) as again:
            left = again_media(folder, shared=True) / "a"
            change_in_anki(left)  # for its time
            left_at = left.stat().st_mtime_ns
            left.write_bytes(b"2")
            os.utime(left, ns=(left_at, left_at))
            again.sweep()
            assert again.refresh()
            assert held(again, "a") == [("a", b"3")]


def test_a_file_that_is_made_again_dates_from_its_upload(folder: Path) -> None:
    """If the power fails again, it must not look as if Anki had written it since."""
    with closing(opened(folder, shared=True)) as store:
        send(store, [("a", b"1")])
        rows = rows_of(folder)
        send(store, [("b", b"2")])
        with after_losing_rows(folder, rows, shared=True) as again:
            *_, last = Journal.of(folder.with_name("after") / "media").uploads()
            made = again_media(folder, shared=True) / "b"
            made.unlink()
            again.sweep()
            assert held(again, "a", "b") == [("a", b"1"), ("b", b"2")]
            assert made.stat().st_mtime_ns <= last.time


def test_a_file_that_something_touched_is_made_again(folder: Path) -> None:
    """It is looked at again at the next opportunity, and its row has no time until then."""
    with closing(opened(folder, shared=True)) as store:
        send(store, [("a", b"1"), ("b", b"2")])
        os.utime(folder / "collection.media" / "a")
        assert store.refresh()
        with after_power_cut(folder, shared=True) as again:
            again.sweep()
            assert again.refresh()
            assert held(again, "a", "b") == [("a", b"1"), ("b", b"2")]


def test_what_was_deleted_since_is_not_made_again(folder: Path) -> None:
    with closing(opened(folder)) as store:
        send(store, [("a", b"1"), ("b", b"2")])
        send(store, [("a", None)])
        with after_power_cut(folder) as again:
            again.sweep()
            assert sorted(os.listdir(again_media(folder))) == ["b"]
            assert again.count() == 1


def test_an_upload_that_was_never_answered_is_not_made_again(folder: Path) -> None:
    with closing(opened(folder)) as store:
        send(store, [("a", b"1")])
        (folder / "media" / "b").mkdir()  # the upload fails while files are put in place
        with pytest.raises(Exception, match="cannot be stored"):
            send(store, [("c", b"2"), ("b", b"3")])
        (folder / "media" / "b").rmdir()
        with after_power_cut(folder) as again:
            again.sweep()
            assert held(again, "a") == [("a", b"1")]
            assert sorted(os.listdir(again_media(folder))) == ["a"]


def test_what_anki_changed_in_its_folder_since_is_kept(folder: Path) -> None:
    with closing(opened(folder, shared=True)) as store:
        send(store, [("a", b"from the phone")])
        with after_power_cut(folder, shared=True) as again:
            (again_media(folder, shared=True) / "a").write_bytes(b"changed in Anki")
            again.sweep()
            assert again.refresh()
            assert held(again, "a") == [("a", b"changed in Anki")]


def test_a_journal_cut_off_while_it_was_written_is_read_up_to_there(folder: Path) -> None:
    with closing(opened(folder)) as store:
        send(store, [("a", b"1")])
        size = (folder / "media.journal").stat().st_size
        send(store, [("b", b"2")])
        with after_power_cut(folder) as again:
            os.truncate(folder.with_name("after") / "media.journal", size + 30)
            again.sweep()
            assert held(again, "a") == [("a", b"1")]
            assert not (folder.with_name("after") / "media.journal").exists()


def test_flushed_files_need_no_journal(folder: Path) -> None:
    with closing(opened(folder)) as store:
        send(store, [(f"{n}", b"x") for n in range(25)])
        send(store, [(f"{n}", b"y") for n in range(20, 45)])
        assert not store.is_settled
        rounds = 0
        while not store.is_settled:
            store.settle()
            rounds += 1
        assert rounds == 2
        assert not (folder / "media.journal").exists()
        send(store, [("later", b"z")])
    assert not (folder / "media.journal").exists()  # a stopped server leaves none


def test_rows_are_flushed_before_the_journal_is_cleared(tmp_path: Path) -> None:
    with Disk.mounted(tmp_path) as disk, closing(opened(disk.folder)) as store:
        for n in range(3):
            send(store, [(f"{n}", b"x")])
        while not store.is_settled:
            store.settle()
        flush_folder(disk.folder)  # else the journal may come back
        with disk.after_power_cut() as after, closing(opened(after)) as again:
            assert not (after / "media.journal").exists()
            assert again.changes_since(0) == store.changes_since(0)
            assert held(again, "0", "1", "2") == [("0", b"x"), ("1", b"x"), ("2", b"x")]


def test_a_write_protected_file_does_not_keep_the_journal(folder: Path) -> None:
    with closing(opened(folder)) as store:
        send(store, [("a", b"1"), ("b", b"2")])
        with immovable(folder / "media" / "a"):
            store.settle()
        assert store.is_settled


def keep(journal: Journal, content: bytes) -> None:
    with journal.kept(0, io.BytesIO(content)):
        pass


def contents(journal: Journal) -> list[bytes]:
    return [upload.zip_file.read() for upload in journal.uploads()]


def test_a_journal_that_finds_the_disk_full_is_as_before(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", 1024) as disk:
        journal = Journal(disk / "journal")
        keep(journal, b"first")
        with filled(disk, leaving=20_000), pytest.raises(OSError, match="No space left"):
            keep(journal, bytes(100_000))
        keep(journal, b"second")
        assert contents(journal) == [b"first", b"second"]


def test_a_journal_that_cannot_be_begun_is_not_there(tmp_path: Path) -> None:
    """Else it would look like one of a crash, and nothing new in Anki's folder would be noticed."""
    with mounted(tmp_path / "disk", 1024) as disk:
        journal = Journal(disk / "journal")
        with filled(disk, leaving=20_000), pytest.raises(OSError, match="No space left"):
            keep(journal, bytes(100_000))
        assert not journal.exists
        keep(journal, b"first")
        assert contents(journal) == [b"first"]


def test_a_journal_forgets_an_upload_that_cannot_be_applied(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal")

    def refuse(content: bytes) -> None:
        with journal.kept(0, io.BytesIO(content)):
            raise NotNow("no")

    with pytest.raises(NotNow):
        refuse(b"refused")
    assert not journal.exists
    keep(journal, b"first")
    with pytest.raises(NotNow):
        refuse(b"refused, and long")
    assert contents(journal) == [b"first"]
    keep(journal, b"second")
    assert contents(journal) == [b"first", b"second"]


def test_what_a_power_cut_took_waits_for_a_folder_that_is_not_there_yet(folder: Path) -> None:
    """A disk may be mounted after the server has started."""
    with closing(opened(folder, shared=True)) as store:
        send(store, [("a", b"1"), ("b", b"2")])
        with after_power_cut(folder, shared=True):
            pass
    after = UserFolder(folder.with_name("after"))
    anki = after.root / "collection.media"
    anki.rename(after.root / "not mounted")
    users = Users(after.root.parent, Limits())
    user = users.get(after.root.name)
    user.folder.share_media(anki)
    with user.media() as again:
        assert again.last_usn() == 2
    with user.media() as again, pytest.raises(NotNow, match="is missing"):
        again.refresh()
    (after.root / "not mounted").rename(anki)
    with user.media() as again:
        send(again, [("c", b"3")])
        assert again.count() == 3
        assert held(again, "a", "b", "c") == [("a", b"1"), ("b", b"2"), ("c", b"3")]
    users.close()


def again_media(folder: Path, *, shared: bool = False) -> Path:
    return folder.with_name("after") / ("collection.media" if shared else "media")
