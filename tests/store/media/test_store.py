from __future__ import annotations

import hashlib
import io
import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from addon.store.faults import Invalid, Missing, NotNow
from addon.store.media import names as media_names
from addon.store.media import zip as media_zip
from addon.store.media.store import MediaStore

from .zips import Entries, download, upload


@pytest.fixture
def store(tmp_path: Path) -> Iterator[MediaStore]:
    store = MediaStore(tmp_path / "media", tmp_path / "media.db")
    yield store
    store.close()


def send(store: MediaStore, entries: Entries, *, deletion: str | None = None) -> tuple[int, int]:
    return store.apply_upload(io.BytesIO(upload(entries, deletion=deletion)))


def fetch(store: MediaStore, *names: str) -> list[tuple[str, bytes]]:
    return download(store.zip_of(names))


def sha1(data: bytes) -> str:
    return hashlib.sha1(data).hexdigest()


def trashed(tmp_path: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((tmp_path / "media.trash").rglob("*.*"))]


def test_a_new_store_is_empty(store: MediaStore) -> None:
    assert (store.last_usn(), store.count(), store.total_bytes()) == (0, 0, 0)
    assert store.changes_since(0) == []


def test_each_addition_takes_one_usn(store: MediaStore, tmp_path: Path) -> None:
    assert send(store, [("b.jpg", b"bb"), ("a.jpg", b"a")]) == (2, 2)
    assert store.changes_since(0) == [("b.jpg", 1, sha1(b"bb")), ("a.jpg", 2, sha1(b"a"))]
    assert store.changes_since(1) == [("a.jpg", 2, sha1(b"a"))]
    assert (store.last_usn(), store.count(), store.total_bytes()) == (2, 2, 3)
    assert sorted(os.listdir(tmp_path / "media")) == ["a.jpg", "b.jpg"]


def test_identical_content_takes_no_usn(store: MediaStore, tmp_path: Path) -> None:
    send(store, [("a", b"same")])
    assert send(store, [("a", b"same"), ("b", b"new")]) == (2, 2)
    assert [row[:2] for row in store.changes_since(0)] == [("a", 1), ("b", 2)]
    assert not (tmp_path / "media.trash").exists()


def test_a_replaced_file_goes_to_the_trash(store: MediaStore, tmp_path: Path) -> None:
    send(store, [("a.x", b"old"), ("b", b"b")])
    assert send(store, [("a.x", b"newer")]) == (1, 3)
    assert store.changes_since(0) == [("b", 2, sha1(b"b")), ("a.x", 3, sha1(b"newer"))]
    assert (store.count(), store.total_bytes()) == (2, 6)
    assert fetch(store, "a.x") == [("a.x", b"newer")]
    assert trashed(tmp_path) == [b"old"]


@pytest.mark.parametrize("deletion", [None, ""])
def test_a_deletion_is_passed_on_and_the_file_goes_to_the_trash(
    store: MediaStore, tmp_path: Path, deletion: str | None
) -> None:
    send(store, [("a.x", b"data"), ("b.x", b"b")])
    assert send(store, [("a.x", None)], deletion=deletion) == (1, 3)
    assert store.changes_since(0) == [("b.x", 2, sha1(b"b")), ("a.x", 3, "")]
    assert (store.count(), store.total_bytes()) == (1, 1)
    assert os.listdir(tmp_path / "media") == ["b.x"]
    assert trashed(tmp_path) == [b"data"]


@pytest.mark.parametrize("name", ["gone", "never", "", "..", "a\\b", "C:x", "con"])
def test_deleting_an_unknown_file_takes_no_usn(store: MediaStore, name: str) -> None:
    send(store, [("gone", b"x")])
    send(store, [("gone", None)])
    assert send(store, [(name, None)]) == (1, 2)


def test_a_deleted_file_can_come_back(store: MediaStore) -> None:
    for data in (b"1", None, b"1"):
        send(store, [("a", data)])
    assert store.changes_since(0) == [("a", 3, sha1(b"1"))]
    assert fetch(store, "a") == [("a", b"1")]


@pytest.mark.parametrize("last", [b"3", None])
def test_the_same_name_twice_in_a_zip_is_applied_in_order(
    store: MediaStore, tmp_path: Path, last: bytes | None
) -> None:
    send(store, [("a.x", b"1")])
    assert send(store, [("a.x", b"2"), ("a.x", last)]) == (2, 3)
    assert store.changes_since(0) == [("a.x", 3, sha1(last) if last else "")]
    assert os.path.exists(tmp_path / "media" / "a.x") == (last is not None)
    assert trashed(tmp_path) == [b"1"]


def test_an_empty_upload_changes_nothing(store: MediaStore) -> None:
    assert send(store, []) == (0, 0)


def test_a_bad_entry_after_good_ones_changes_nothing(store: MediaStore, tmp_path: Path) -> None:
    send(store, [("a", b"1"), ("b", b"2")])
    for bad in [("c/d", b"x"), ("empty", b""), ("e\u0301", None)]:
        with pytest.raises(Invalid):
            send(store, [("a", b"changed"), ("b", None), ("new", b"n"), bad])
    assert store.changes_since(0) == [("a", 1, sha1(b"1")), ("b", 2, sha1(b"2"))]
    assert sorted(os.listdir(tmp_path / "media")) == ["a", "b"]
    assert (tmp_path / "media" / "a").read_bytes() == b"1"


def test_changes_come_oldest_first_up_to_a_limit(store: MediaStore) -> None:
    send(store, [(f"{n}", b"x") for n in range(20)])
    send(store, [("3", b"y")])
    assert [row[1] for row in store.changes_since(0, limit=5)] == [1, 2, 3, 5, 6]
    assert [row[0] for row in store.changes_since(19)] == ["19", "3"]


def test_a_download_holds_the_files_in_the_requested_order(store: MediaStore) -> None:
    send(store, [("a", b"1"), ("b", b"2"), ("c", b"3")])
    assert fetch(store, "c", "a", "b") == [("c", b"3"), ("a", b"1"), ("b", b"2")]


def test_a_download_stops_at_the_same_size_as_ankis_server(store: MediaStore) -> None:
    half = bytes(media_zip.TARGET_BYTES // 2)
    send(store, [("a", half), ("b", half), ("c", b"x"), ("d", b"y")])
    assert [name for name, _ in fetch(store, "a", "b", "c", "d")] == ["a", "b", "c"]


def test_a_download_holds_at_least_one_file_however_large(store: MediaStore) -> None:
    send(store, [("big", bytes(media_zip.TARGET_BYTES * 3)), ("b", b"2")])
    assert [name for name, _ in fetch(store, "big", "b")] == ["big"]


def test_a_download_of_more_files_than_a_zip_may_hold_is_refused(store: MediaStore) -> None:
    with pytest.raises(Invalid):
        store.zip_of([str(n) for n in range(26)])


@pytest.mark.parametrize("name", ["never", "gone", "../media.db"])
def test_downloading_an_unknown_file_conflicts(store: MediaStore, name: str) -> None:
    send(store, [("a", b"1"), ("gone", b"2")])
    send(store, [("gone", None)])
    with pytest.raises(Missing):
        store.zip_of(["a", name])
    with pytest.raises(Invalid):
        store.zip_of(["\ud800"])


@pytest.mark.parametrize("harm", [os.remove, lambda path: path.write_bytes(b"")])
def test_a_lost_file_is_forgotten_and_no_client_is_told_to_delete_its_copy(
    store: MediaStore, tmp_path: Path, harm: object
) -> None:
    assert callable(harm)
    send(store, [("a", b"1"), ("b", b"2"), ("c", b"3")])
    harm(tmp_path / "media" / "a")
    harm(tmp_path / "media" / "c")
    with pytest.raises(Missing):
        store.zip_of(["a", "b", "c"])
    assert store.changes_since(0) == [("b", 2, sha1(b"2"))]
    assert (store.last_usn(), store.count(), store.total_bytes()) == (3, 1, 1)
    # the client that has them sends them again
    assert send(store, [("a", b"1")]) == (1, 4)
    assert fetch(store, "a", "b") == [("a", b"1"), ("b", b"2")]


def test_a_file_that_differs_from_its_row_is_not_served(store: MediaStore, tmp_path: Path) -> None:
    send(store, [("a.x", b"good")])
    (tmp_path / "media" / "a.x").write_bytes(b"evil")
    with pytest.raises(Missing):
        store.zip_of(["a.x"])
    send(store, [("a.x", b"good")])
    assert fetch(store, "a.x") == [("a.x", b"good")]
    assert trashed(tmp_path) == [b"evil"]


def test_a_missing_media_folder_does_not_make_the_store_forget_its_files(
    store: MediaStore, tmp_path: Path
) -> None:
    send(store, [("a", b"1")])
    (tmp_path / "media").rename(tmp_path / "elsewhere")
    with pytest.raises(NotNow, match="media"):
        store.zip_of(["a"])
    with pytest.raises(NotNow):
        send(store, [("b", b"2")])
    (tmp_path / "elsewhere").rename(tmp_path / "media")
    assert fetch(store, "a") == [("a", b"1")]


def test_two_names_that_differ_in_case_are_two_files(store: MediaStore) -> None:
    send(store, [("A.jpg", b"upper")])
    send(store, [("a.jpg", b"lower"), ("a.JPG", b"mixed")])
    expected = [("a.jpg", b"lower"), ("A.jpg", b"upper"), ("a.JPG", b"mixed")]
    assert fetch(store, "a.jpg", "A.jpg", "a.JPG") == expected
    send(store, [("a.jpg", None)])
    assert fetch(store, "A.jpg", "a.JPG") == expected[1:]


def test_a_file_may_change_the_case_of_its_name(store: MediaStore) -> None:
    send(store, [("a.jpg", b"same")])
    send(store, [("a.jpg", None), ("A.jpg", b"same")])
    assert fetch(store, "A.jpg") == [("A.jpg", b"same")]
    assert store.count() == 1


def test_where_two_names_are_one_file_the_newer_gets_an_alias(
    store: MediaStore, tmp_path: Path
) -> None:
    send(store, [("a.jpg", b"lower")])
    folder = tmp_path / "media"
    if not (folder / "A.jpg").exists():  # as a disk that ignores case would show it
        os.link(folder / "a.jpg", folder / "A.jpg")
    send(store, [("A.jpg", b"upper")])
    assert fetch(store, "a.jpg", "A.jpg") == [("a.jpg", b"lower"), ("A.jpg", b"upper")]
    assert (folder / media_names.alias("A.jpg")).read_bytes() == b"upper"


def test_a_name_that_windows_cannot_store_gets_an_alias(
    store: MediaStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media_names, "WINDOWS", True)
    send(store, [("con.mp3", b"1"), ("what. ", b"2"), ("plain", b"3")])
    assert fetch(store, "con.mp3", "what. ") == [("con.mp3", b"1"), ("what. ", b"2")]
    on_disk = {media_names.alias("con.mp3"), media_names.alias("what. "), "plain"}
    assert set(os.listdir(tmp_path / "media")) == on_disk
    send(store, [("con.mp3", b"changed")])
    send(store, [("what. ", None)])
    assert fetch(store, "con.mp3") == [("con.mp3", b"changed")]
    assert len(os.listdir(tmp_path / "media")) == 2


def test_names_like_our_own_on_disk_are_ordinary_names(store: MediaStore, tmp_path: Path) -> None:
    names = [media_names.alias("a"), ".lan-sync-tmp-x", "a"]
    send(store, [(name, name.encode()) for name in names])
    store.sweep()
    assert fetch(store, *names) == [(name, name.encode()) for name in names]
    assert (tmp_path / "media" / "a").read_bytes() == b"a"


def test_any_thread_may_call(store: MediaStore) -> None:
    send(store, [("a", b"1")])
    answers: list[object] = []
    thread = threading.Thread(target=lambda: answers.append(fetch(store, "a")))
    thread.start()
    thread.join()
    assert answers == [[("a", b"1")]]


def test_a_closed_store_opens_again_and_can_be_copied(store: MediaStore, tmp_path: Path) -> None:
    send(store, [("a", b"1")])
    store.close()
    assert sorted(os.listdir(tmp_path)) == ["media", "media.db"]  # nothing is left beside them
    copy = tmp_path / "copy"
    shutil.copytree(tmp_path / "media", copy / "media")
    shutil.copy(tmp_path / "media.db", copy / "media.db")
    other = MediaStore(copy / "media", copy / "media.db")
    assert fetch(other, "a") == [("a", b"1")]
    other.close()
    assert store.last_usn() == 1


@pytest.mark.parametrize("version", [3, 5])
def test_a_database_of_another_version_is_refused_and_kept(tmp_path: Path, version: int) -> None:
    with sqlite3.connect(tmp_path / "media.db") as db:
        db.execute("CREATE TABLE media (x)")
        db.execute(f"PRAGMA user_version = {version}")
    db.close()
    before = (tmp_path / "media.db").read_bytes()
    store = MediaStore(tmp_path / "media", tmp_path / "media.db")
    with pytest.raises(NotNow, match=f"version {version}"):
        store.last_usn()
    assert (tmp_path / "media.db").read_bytes() == before


def test_a_database_locked_by_another_program_is_unavailable(
    store: MediaStore, tmp_path: Path
) -> None:
    store.last_usn()
    store.close()
    other = sqlite3.connect(tmp_path / "media.db", isolation_level=None)
    other.execute("PRAGMA locking_mode = exclusive")
    other.execute("PRAGMA journal_mode = wal")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(NotNow, match="another sync server"):
        store.last_usn()
    other.close()
    assert store.last_usn() == 0
