"""A folder shared with Anki: scanned, merged into, interrupted at any point."""

from __future__ import annotations

import io
import itertools
import os
import shutil
import time
from contextlib import closing
from pathlib import Path

import pytest

from addon.store import atomic
from addon.store.faults import Missing, NotNow
from addon.store.media import names as media_names
from addon.store.media import shared as shared_module
from addon.store.media import store as store_module
from addon.store.media.folder import MediaFolder
from addon.store.media.store import MediaStore
from addon.store.paths import UserFolder

from ...disks import filled, immovable, mounted
from .anki_folder import beside, known, put, send, settled
from .zips import Entries, download, upload


def test_only_real_changes_take_a_usn(store: MediaStore, folder: Path) -> None:
    put(folder, "a", b"a")
    put(folder, "b", b"b")
    assert store.refresh()
    assert store.last_usn() == 2
    put(folder, "a", b"another")
    (folder / "b").unlink()
    store.refresh()
    assert store.last_usn() == 4
    assert known(store) == {"a": b"another"}
    for _ in range(3):
        os.utime(folder)
        store.refresh()
    assert store.last_usn() == 4


def test_a_change_within_the_same_clock_tick_is_detected(store: MediaStore, folder: Path) -> None:
    """Same length, same time: the disk's clock is coarse."""
    put(folder, "a", b"first")
    times = folder.stat().st_mtime_ns, (folder / "a").stat().st_mtime_ns
    store.refresh()
    put(folder, "a", b"other")
    os.utime(folder / "a", ns=(times[1], times[1]))
    os.utime(folder, ns=(times[0], times[0]))
    assert known(store) == {"a": b"other"}


def test_a_settled_folder_is_not_read_again(
    store: MediaStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "a", b"a")
    settled(folder)
    store.refresh()
    monkeypatch.setattr(os, "scandir", lambda *_: pytest.fail("read again"))
    store.refresh()


def test_an_interrupted_scan_continues_where_it_stopped(
    store: MediaStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(7):
        put(folder, f"{number}", b"%d" % number)
    clock = itertools.count()
    monkeypatch.setattr(time, "monotonic", lambda: float(next(clock)))
    rounds = 0
    while not store.refresh(2.5):
        rounds += 1
        assert store.count() < 7
    assert rounds > 1
    monkeypatch.undo()
    assert len(known(store)) == 7
    assert store.last_usn() == 7


def test_an_upload_waits_for_the_scan(
    store: MediaStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it would take the place of a file of which nobody has heard."""
    put(folder, "a", b"of the desktop")
    monkeypatch.setattr(store_module, "MAX_SCAN_S", -1.0)
    with pytest.raises(NotNow):
        send(store, ("a", b"of a phone"))
    assert (folder / "a").read_bytes() == b"of the desktop"


def test_a_replaced_file_goes_to_the_trash_and_the_new_one_is_later(
    store: MediaStore, folder: Path
) -> None:
    put(folder, "a", b"0")
    seconds = [int((folder / "a").stat().st_mtime)]
    for number in range(1, 4):
        send(store, ("a", b"%d" % number))
        seconds.append(int((folder / "a").stat().st_mtime))
    assert seconds == sorted(set(seconds))
    assert beside(folder, "trash") == [b"0", b"1", b"2"]
    usn = store.last_usn()
    store.refresh()
    assert store.last_usn() == usn


def test_a_failed_upload_leaves_the_folder_as_it_was(store: MediaStore, folder: Path) -> None:
    put(folder, "a", b"a")
    put(folder, "b", b"b")
    with immovable(folder / "b"), pytest.raises(NotNow):
        send(store, ("a", b"another"), ("new", b"new"), ("b", b"another"))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a": b"a", "b": b"b"}
    assert beside(folder, "incoming") == []
    assert known(store) == {"a": b"a", "b": b"b"}


def test_a_deleted_file_that_cannot_be_removed_does_not_count_as_new(
    store: MediaStore, folder: Path
) -> None:
    """On Windows a sound that is being played cannot."""
    put(folder, "a", b"a")
    put(folder, "b", b"b")
    with immovable(folder / "a"):
        send(store, ("a", None))
        assert (folder / "a").exists()
        assert known(store) == {"b": b"b"}
    assert known(store) == {"b": b"b"}
    assert not (folder / "a").exists()
    assert beside(folder, "trash") == [b"a"]
    (trashed,) = folder.with_name(folder.name + ".lan-sync").rglob("a")
    trashed.rename(folder / "a")
    assert known(store) == {"a": b"a", "b": b"b"}


def test_a_deleted_file_that_is_put_back_counts_as_added(store: MediaStore, folder: Path) -> None:
    put(folder, "a", b"a")
    put(folder, "b", b"b")
    store.refresh()
    kept = folder.with_name("kept")
    (folder / "a").rename(kept)
    assert known(store) == {"b": b"b"}
    kept.rename(folder / "a")  # as Anki restores from its own trash, with its time
    assert known(store) == {"a": b"a", "b": b"b"}
    send(store, ("a", None))
    (trashed,) = folder.with_name(folder.name + ".lan-sync").rglob("a")
    trashed.rename(folder / "a")
    assert known(store) == {"a": b"a", "b": b"b"}


def test_our_own_files_are_beside_the_folder(store: MediaStore, folder: Path) -> None:
    """Anki would send an alias to its server as if it were somebody's file."""
    name = media_names.ALIAS_PREFIX + "x"
    send(store, (name, b"x"), ("a", b"a"))
    assert [path.name for path in folder.iterdir()] == ["a"]
    assert known(store) == {name: b"x", "a": b"a"}
    send(store, (name, None))
    assert known(store) == {"a": b"a"}


def test_a_name_that_anki_would_not_send_is_kept_for_phones(
    store: MediaStore, folder: Path
) -> None:
    send(store, ("con.mp3", b"of an old phone"))
    os.utime(folder)
    assert known(store) == {"con.mp3": b"of an old phone"}


def test_a_download_reflects_what_changed_just_before(store: MediaStore, folder: Path) -> None:
    put(folder, "a", b"first")
    put(folder, "b", b"b")
    settled(folder)
    store.refresh()
    put(folder, "a", b"other")
    (folder / "b").unlink()
    assert download(store.zip_of(["a"])) == [("a", b"other")]
    with pytest.raises(Missing):
        store.zip_of(["b"])
    assert store.last_usn() == 4


def test_a_file_changed_without_a_new_time_is_sent_at_the_next_sync(
    store: MediaStore, folder: Path
) -> None:
    put(folder, "a", b"first")
    settled(folder)
    store.refresh()
    time_of_file = (folder / "a").stat().st_mtime_ns
    (folder / "a").write_bytes(b"other")
    os.utime(folder / "a", ns=(time_of_file, time_of_file))
    with pytest.raises(Missing):
        store.zip_of(["a"])
    assert known(store) == {"a": b"other"}


def test_anki_is_prompted_to_rescan_each_file(store: MediaStore, folder: Path) -> None:
    """By a later second, and the folder by its time."""
    send(store, ("a", b"a"), ("b", b"b"))
    put(folder, "b", b"of the desktop")
    settled(folder)
    store.refresh()
    send(store, ("a", b"of a phone"))
    before = {path.name: path.stat().st_mtime_ns for path in (folder, *folder.iterdir())}
    usn = store.last_usn()
    store.prompt_rescan()
    after = {path.name: path.stat().st_mtime_ns for path in (folder, *folder.iterdir())}
    assert after["a"] == before["a"] + 1_000_000_000
    assert after["b"] == before["b"]
    assert after[folder.name] > before[folder.name]
    store.refresh()
    store.prompt_rescan()
    assert (folder / "a").stat().st_mtime_ns == after["a"]
    assert store.last_usn() == usn


@pytest.mark.parametrize(
    ("count", "total", "doubtful"),
    [(1, 1, False), (2, 2, True), (10, 11, False), (11, 22, False), (12, 23, True), (0, 9, False)],
)
def test_many_deletions_at_once_are_doubtful(count: int, total: int, doubtful: bool) -> None:
    assert shared_module.Vanished(count, total).is_doubtful is doubtful


def test_a_missing_shared_folder_is_not_created(user: UserFolder, folder: Path) -> None:
    folder.rmdir()
    with closing(MediaStore.of(user)) as store:
        with pytest.raises(NotNow):
            store.refresh()
        with pytest.raises(NotNow):
            send(store, ("a", b"a"))
    assert not folder.exists()


FILES: Entries = [("a.x", b"a"), ("b.x", b"b"), ("same.x", b"same"), ("both.x", b"phone")]


def filled_before(user: UserFolder, folder: Path) -> None:
    """Media that our server had in a folder of its own."""
    with closing(MediaStore(user.media, user.media_db)) as store:
        store.apply_upload(io.BytesIO(upload(FILES)))
    put(folder, "same.x", b"same")
    put(folder, "both.x", b"desktop")
    put(folder, "new.x", b"new")


MERGED = {
    "a.x": b"a",
    "b.x": b"b",
    "same.x": b"same",
    "both.x": b"desktop",
    "new.x": b"new",
}


def everything(root: Path) -> set[bytes]:
    return {path.read_bytes() for path in root.rglob("*.x")}


def test_an_interrupted_merge_continues(
    user: UserFolder, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled_before(user, folder)
    clock = itertools.count()
    rounds = 0
    done = False
    while not done:
        with closing(MediaStore.of(user)) as store:  # as after a crash
            with monkeypatch.context() as slow:
                slow.setattr(time, "monotonic", lambda: float(next(clock)))
                done = store.refresh(1.5)
            if user.media.exists():
                with monkeypatch.context() as slow:
                    slow.setattr(store_module, "MAX_SCAN_S", -1.0)
                    with pytest.raises(NotNow):
                        store.zip_of(["a.x"])
            assert store.count() >= 4, "nothing counts as deleted"
            assert everything(tmp_path) >= {b"a", b"b", b"same", b"phone", b"desktop", b"new"}
        rounds += 1
    assert rounds > 3
    with closing(MediaStore.of(user)) as store:
        assert known(store) == MERGED
    assert not user.media.exists()


def test_a_merge_onto_another_disk_survives_a_full_one(
    user: UserFolder, folder: Path, tmp_path: Path
) -> None:
    filled_before(user, folder)
    with mounted(tmp_path / "disk", 1024) as disk:
        elsewhere = disk / "collection.media"
        shutil.copytree(folder, elsewhere)
        user.share_media(elsewhere)
        with closing(MediaStore.of(user)) as store:
            with filled(disk), pytest.raises(NotNow):
                store.refresh()
            assert store.count() == 4
            assert everything(user.root) >= {b"a", b"b"}
            assert not list(elsewhere.glob(f"{atomic.PREFIX}*"))
            assert known(store) == MERGED
        assert not user.media.exists()


def test_the_profiles_folder_is_used_across_restarts(user: UserFolder, folder: Path) -> None:
    assert UserFolder(user.root).shared_media == folder
    moved = folder.with_name("ü moved")
    user.share_media(moved)
    assert UserFolder(user.root).shared_media == moved


def test_a_user_without_a_shared_folder_has_their_own(tmp_path: Path) -> None:
    user = UserFolder(tmp_path / "bob")
    with closing(MediaStore.of(user)) as store:
        send(store, ("a", b"a"))
        assert store.refresh()
        store.prompt_rescan()
    assert (user.media / "a").read_bytes() == b"a"


def test_the_trash_beside_the_folder_is_swept(store: MediaStore, folder: Path) -> None:
    put(folder, "a", b"a")
    send(store, ("a", None), ("b", b"b"))
    place = MediaFolder(folder, shared=True)
    (old,) = place.trash.iterdir()
    old.rename(place.trash / "20200101-000000-000000-00000000")
    (place.staging / f"{atomic.PREFIX}x").write_bytes(b"left by a crash")
    store.sweep()
    assert beside(folder, "trash") == beside(folder, "incoming") == []


def test_scanning_two_thousand_files_reads_only_the_new_one(
    store: MediaStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2000):
        (folder / f"{number}.png").write_bytes(b"%d" % number)
    settled(folder)
    store.refresh()
    put(folder, "new.png", b"new")
    read: list[str] = []

    def reading(path: str) -> tuple[bytes, int, int]:
        read.append(path)
        return b"x" * 20, 1, time.time_ns()

    monkeypatch.setattr(shared_module, "_read", reading)
    store.refresh()
    assert [Path(path).name for path in read] == ["new.png"]
