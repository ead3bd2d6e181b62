"""A server that dies or fails at any point of an upload loses nothing and stays consistent."""

from __future__ import annotations

import io
import itertools
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from addon.store import atomic
from addon.store.faults import Missing, NotNow
from addon.store.media import folder as media_folder
from addon.store.media.store import MediaStore
from addon.store.paths import UserFolder

from ...disks import filled, mounted
from .crash import crashes
from .zips import download, upload

# What replaces a file begins as it does: then it looks like a part of what was being written.
BEFORE = {"kept.x": b"kept", "replaced.x": b"old", "deleted.x": b"gone"}
UPLOAD = upload([("new.x", b"new"), ("replaced.x", b"older"), ("deleted.x", None), ("z.x", b"z")])
AFTER = {"kept.x": b"kept", "replaced.x": b"older", "new.x": b"new", "z.x": b"z"}
PAST_THE_END = 100


def opened(folder: Path) -> closing[MediaStore]:
    return closing(MediaStore(folder / "media", folder / "media.db"))


def served(store: MediaStore) -> dict[str, bytes]:
    """Return all files that the store claims to have, as a client gets them."""
    files: dict[str, bytes] = {}
    for name in [name for name, _, sha1 in store.changes_since(0) if sha1]:
        try:
            files.update(download(store.zip_of([name])))
        except Missing:
            files[name] = b"(forgotten)"
    return files


def everything(folder: Path) -> set[bytes]:
    """Content that a person could still find."""
    return {p.read_bytes() for p in folder.rglob("*.x") if not p.name.startswith(atomic.PREFIX)}


def crashed(template: Path, how: str, *, shared: bool = False) -> Iterator[tuple[Path, int]]:
    """Yield copies of `template` after a crash at each thing that the upload does in turn, with the
    exit codes; each is removed when the next one is asked for."""
    zip_file = template.with_name("upload.zip")
    zip_file.write_bytes(UPLOAD)
    with crashes(zip_file, how, shared=shared) as crash_at:
        for nth in itertools.count(1):
            folder = template.with_name(f"{nth}")
            shutil.copytree(template, folder)
            outcome = crash_at(folder, nth)
            if outcome == PAST_THE_END:
                return
            yield folder, outcome
            shutil.rmtree(folder)


@pytest.mark.parametrize("how", ["kill", "torn", "fail"])
def test_a_crash_at_any_point_of_an_upload_loses_nothing(tmp_path: Path, how: str) -> None:
    template = tmp_path / "template"
    with opened(template) as store:
        store.apply_upload(io.BytesIO(upload(list(BEFORE.items()))))
    outcomes = []
    for folder, outcome in crashed(template, how):
        outcomes.append(outcome)
        with opened(folder) as store:
            store.sweep()  # as the server does before anyone asks
            check(store, folder, how, outcome)
    assert set(outcomes) == ({0, 3} if how == "fail" else {9})
    assert len(outcomes) > 10


@pytest.mark.parametrize("how", ["kill", "torn", "fail"])
def test_a_crash_at_any_point_of_a_merge_into_a_shared_folder_loses_nothing(
    tmp_path: Path, how: str
) -> None:
    template = tmp_path / "template"
    with closing(MediaStore(template / "own", template / "media.db")) as store:
        store.apply_upload(io.BytesIO(upload(list(BEFORE.items()))))
    (template / "media").mkdir()
    (template / "media" / "kept.x").write_bytes(b"kept")
    (template / "media" / "desktop.x").write_bytes(b"desktop")
    outcomes = []
    for folder, outcome in crashed(template, how, shared=True):
        outcomes.append(outcome)
        assert {*BEFORE.values(), b"desktop"} <= everything(folder)
        shared = MediaStore(folder / "own", folder / "media.db", folder / "media")
        with closing(shared) as store:
            store.sweep()
            # the client, which had no answer, sends it again
            store.apply_upload(io.BytesIO(UPLOAD))
            assert served(store) == {**AFTER, "desktop.x": b"desktop"}
        assert {path.name for path in (folder / "media").iterdir()} == {*AFTER, "desktop.x"}
        assert not (folder / "own").exists()
        assert {*BEFORE.values(), b"desktop"} <= everything(folder)
    assert set(outcomes) <= ({0, 3} if how == "fail" else {9})
    assert len(outcomes) > 30


def test_a_deleted_file_that_a_crash_left_in_a_shared_folder_does_not_count_as_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "collection.media"
    folder.mkdir()
    store = MediaStore(tmp_path / "media", tmp_path / "media.db", folder)
    store.apply_upload(io.BytesIO(upload(list(BEFORE.items()))))
    with monkeypatch.context() as patch:
        patch.setattr(media_folder.Placing, "finish", crash)
        with pytest.raises(KeyboardInterrupt):
            store.apply_upload(io.BytesIO(UPLOAD))
    store.close()
    assert (folder / "deleted.x").exists()
    with closing(MediaStore(tmp_path / "media", tmp_path / "media.db", folder)) as again:
        again.sweep()
        again.refresh()
        assert served(again) == AFTER
    assert not (folder / "deleted.x").exists()
    assert b"gone" in everything(tmp_path)


def crash(*_arguments: object) -> None:
    raise KeyboardInterrupt


def check(store: MediaStore, folder: Path, how: str, outcome: int) -> None:
    assert set(BEFORE.values()) <= everything(folder)
    claimed = {name for name, _, sha1 in store.changes_since(0) if sha1}
    assert claimed in (set(BEFORE), set(AFTER))
    if outcome == 0:
        assert claimed == set(AFTER)
    files = served(store)
    if how != "fail" and files.get("replaced.x") == b"(forgotten)":
        # the one harm of a crash: on disk is the new content, in the database the old one
        assert claimed == set(BEFORE)
        files["replaced.x"] = b"old"
    assert files in (BEFORE, AFTER)
    # the client, which had no answer, sends it again
    store.apply_upload(io.BytesIO(UPLOAD))
    assert served(store) == AFTER
    assert (store.count(), store.total_bytes()) == (4, sum(map(len, AFTER.values())))
    store.sweep()
    assert {p.name for p in (folder / "media").iterdir()} - {"deleted.x"} == set(AFTER)
    assert set(BEFORE.values()) <= everything(folder)


def test_sweep_keeps_trash_for_30_days(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        for data in (b"1", b"2"):
            store.apply_upload(io.BytesIO(upload([("a.x", data)])))
        (tmp_path / "media.trash" / "of a person").mkdir()
        now = datetime.now(timezone.utc)
        store.sweep(now + timedelta(days=29))
        assert everything(tmp_path) == {b"1", b"2"}
        store.sweep(now + timedelta(days=31))
        assert everything(tmp_path) == {b"2"}
        assert [p.name for p in (tmp_path / "media.trash").iterdir()] == ["of a person"]


def test_sweep_keeps_the_newest_trash_within_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media_folder, "TRASH_BYTES", 250)
    with opened(tmp_path) as store:
        contents = [bytes([n]) * 100 for n in range(5)]
        for data in contents:
            store.apply_upload(io.BytesIO(upload([("a.x", data)])))
        store.sweep()
        assert everything(tmp_path) == set(contents[2:])


def test_sweep_of_a_new_user_does_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.sweep()
    assert list(tmp_path.iterdir()) == []


def test_trash_of_a_store_that_stays_open_is_limited_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches = tmp_path / "media.trash"
    with opened(tmp_path) as store:
        for content in (b"1", b"2"):
            store.apply_upload(io.BytesIO(upload([("a.png", content)])))
        assert len(list(batches.iterdir())) == 1
        now = datetime.now(timezone.utc)
        store.tidy(now + timedelta(days=29))
        assert len(list(batches.iterdir())) == 1
        store.tidy(now + timedelta(days=31))
        assert list(batches.iterdir()) == []

        monkeypatch.setattr(media_folder, "TRASH_BYTES", 100)
        monkeypatch.setattr(media_folder, "_PRUNE_AFTER", 50)
        for number in range(20):
            content = bytes([number]) * 30
            store.apply_upload(io.BytesIO(upload([("a.png", content)])))
            kept = sum(path.stat().st_size for path in batches.rglob("*.png"))
            assert kept <= 150


def test_the_trash_of_media_that_was_moved_to_ankis_folder_is_limited_too(
    tmp_path: Path,
) -> None:
    user = UserFolder(tmp_path / "anna")
    with closing(MediaStore.of(user)) as store:
        store.apply_upload(io.BytesIO(upload([("a.x", b"1")])))
    shared = tmp_path / "collection.media"
    shared.mkdir()
    (shared / "a.x").write_bytes(b"older")
    user.share_media(shared)
    with closing(MediaStore.of(user)) as store:
        store.refresh()
        now = datetime.now(timezone.utc)
        store.tidy(now + timedelta(days=29))
        assert everything(user.root) == {b"1"}
        store.tidy(now + timedelta(days=31))
        assert everything(user.root) == set()


def test_a_failure_on_a_full_disk_is_undone(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", kib=4096) as disk:
        folder = disk / "media"
        with opened(disk) as store:
            first = [(f"{number}.png", b"%d" % number * 40_000) for number in range(10)]
            store.apply_upload(io.BytesIO(upload(first)))
            before = {path.name: path.read_bytes() for path in folder.iterdir()}
            usn = store.last_usn()
            names = [name for name, _ in first] + [f"new{number}.png" for number in range(5)]
            second = upload([(name, b"new" * 10_000) for name in names])
            undone = 0
            for left in range(400_000, 600_000, 8192):
                with filled(disk, leaving=left):
                    try:
                        store.apply_upload(io.BytesIO(second))
                    except (NotNow, sqlite3.OperationalError):
                        undone += 1
                        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
                        assert store.last_usn() == usn
                    else:
                        break
            assert undone > 5
