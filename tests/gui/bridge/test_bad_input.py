"""What can be wrong with the files: Anki says one sentence, and nothing is lost."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from anki.collection import Collection

from addon.store.paths import UserFolder
from tests.disks import filled, immovable, mounted

from .. import running
from ..base import PROFILE, settings
from ..phone import Phone
from ..test_status_dot import dot_title
from .scene import tap, wait_until_in_step
from .test_profiles import folder_of

Trouble = Callable[[UserFolder], "contextlib.AbstractContextManager[None]"]


@contextlib.contextmanager
def in_use(folder: UserFolder) -> Iterator[None]:
    with closing(sqlite3.connect(folder.collection, isolation_level=None)) as other:
        other.execute("begin exclusive")
        yield


@contextlib.contextmanager
def too_new(folder: UserFolder) -> Iterator[None]:
    def set_version(version: int) -> None:
        with closing(sqlite3.connect(folder.bridge)) as db, db:
            db.execute("update state set value = ? where name = 'version'", (str(version),))

    set_version(99)
    yield
    set_version(1)


@contextlib.contextmanager
def full(folder: UserFolder) -> Iterator[None]:
    disk = folder.root.resolve().parent
    assert disk.is_mount()
    with filled(disk):
        yield


@contextlib.contextmanager
def not_writable(folder: UserFolder) -> Iterator[None]:
    with immovable(folder.root.resolve()):  # files that are open keep a disk writable
        yield


@pytest.fixture
def on_a_small_disk(base: Path, phone: Phone, tmp_path: Path) -> Iterator[None]:  # noqa: ARG001
    """Keep the phones' copy on a file system of its own."""
    root = folder_of(base).root
    with mounted(tmp_path / "disk", kib=8192) as disk:
        running.click("toggle")
        moved = disk / "user"
        root.rename(root.with_name("kept"))
        shutil.copytree(root.with_name("kept"), moved)
        root.symlink_to(moved)
        running.click("toggle")
        yield
        running.click("toggle")
        root.unlink()
        shutil.copytree(moved, root)


@pytest.mark.usefixtures("on_a_small_disk")
@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (in_use, "Another program is using your phones' copy"),
        (too_new, "was written by a newer version of LAN Sync"),
        (full, "is full. Free some space"),
        (not_writable, "that you have permission to write there"),
    ],
)
def test_the_dot_says_what_keeps_both_apart(
    base: Path, desktop: Collection, phone: Phone, trouble: Trouble, words: str
) -> None:
    tap(phone)
    wait_until_in_step(desktop, phone.col)
    mw = running.anki()
    with trouble(folder_of(base)):
        running.add_note(f"while {words}")
        mw.on_sync_button_clicked()
        running.settle()
        running.spin(lambda: words in dot_title())
        assert desktop.find_notes(f'"front:while {words}"')
    mw.on_sync_button_clicked()
    running.settle()
    running.spin(lambda: words not in dot_title())
    tap(phone)
    wait_until_in_step(desktop, phone.col)
    assert f"while {words}" in phone.fronts()


def test_a_profile_keeps_its_phones_under_another_name(
    base: Path, desktop: Collection, phone: Phone
) -> None:
    tap(phone)
    wait_until_in_step(desktop, phone.col)
    record = settings(base)
    try:
        _rename(PROFILE, "Another name")
        assert running.action("toggle").isChecked()
        assert settings(base, "Another name")["account"] == record["account"]
        running.add_note("under another name")
        tap(phone)
        assert "under another name" in phone.fronts()
        wait_until_in_step(running.anki().col, phone.col)
        assert running.open_messages() == []
    finally:
        _rename("Another name", PROFILE)
    tap(phone)
    assert running.open_messages() == []


def _rename(name: str, new: str) -> None:
    """Close the open profile, rename it, and open it again."""
    mw = running.anki()
    closed: list[bool] = []
    mw.unloadProfile(lambda: closed.append(True))
    running.spin(lambda: closed)
    mw.pm.load(name)
    mw.pm.rename(new)
    mw.loadProfile()
    running.settle()
