"""A server that dies or fails at any point of an upload loses nothing and claims nothing false."""

from __future__ import annotations

import io
import itertools
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from addon.protocol.faults import Conflict
from addon.store import atomic
from addon.store.media import folder as media_folder
from addon.store.media.store import MediaStore

from .zips import download, upload

BEFORE = {"kept.x": b"kept", "replaced.x": b"old", "deleted.x": b"gone"}
UPLOAD = upload([("new.x", b"new"), ("replaced.x", b"newer"), ("deleted.x", None), ("z.x", b"z")])
AFTER = {"kept.x": b"kept", "replaced.x": b"newer", "new.x": b"new", "z.x": b"z"}
PAST_THE_END = 100


def opened(folder: Path) -> closing[MediaStore]:
    return closing(MediaStore(folder / "media", folder / "media.db"))


def served(store: MediaStore) -> dict[str, bytes]:
    """All files that the store claims to have, as a client gets them."""
    files: dict[str, bytes] = {}
    for name in [name for name, _, sha1 in store.changes_since(0) if sha1]:
        try:
            files.update(download(store.zip_of([name])))
        except Conflict:
            files[name] = b"(forgotten)"
    return files


def everything(folder: Path) -> set[bytes]:
    """Content that a person could still find."""
    return {p.read_bytes() for p in folder.rglob("*.x") if not p.name.startswith(atomic.PREFIX)}


@pytest.mark.parametrize("how", ["kill", "fail"])
def test_at_every_point_of_an_upload(tmp_path: Path, how: str) -> None:
    template = tmp_path / "template"
    with opened(template) as store:
        store.apply_upload(io.BytesIO(upload(list(BEFORE.items()))))
    (tmp_path / "upload.zip").write_bytes(UPLOAD)
    outcomes = []
    for nth in itertools.count(1):
        folder = tmp_path / f"{nth}"
        shutil.copytree(template, folder)
        command = [sys.executable, "-m", "tests.store.media.crash", str(folder)]
        command += [str(tmp_path / "upload.zip"), str(nth), how]
        outcome = subprocess.run(command, cwd=Path(__file__).parents[3], check=False).returncode
        if outcome == PAST_THE_END:
            break
        outcomes.append(outcome)
        with opened(folder) as store:
            check(store, folder, how, outcome)
        shutil.rmtree(folder)
    assert set(outcomes) == ({9} if how == "kill" else {0, 3})
    assert len(outcomes) > 15


def check(store: MediaStore, folder: Path, how: str, outcome: int) -> None:
    assert set(BEFORE.values()) <= everything(folder)
    claimed = {name for name, _, sha1 in store.changes_since(0) if sha1}
    assert claimed in (set(BEFORE), set(AFTER))
    if outcome == 0:
        assert claimed == set(AFTER)
    files = served(store)
    if how == "kill" and files.get("replaced.x") == b"(forgotten)":
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
