"""profiles.json: private, atomic, and never in the way when it is broken."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import stat
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from addon.errors import DataFolderUnusable
from addon.redirect.profiles_file import ProfilesFile
from addon.redirect.settings import Login, ProfileSettings
from tests.disks import read_only

ON = ProfileSettings(phones=True, server="http://h/", account="a", password="p")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lan_sync" / "profiles.json"


def test_a_profile_never_seen_is_off_and_leaves_no_file(path: Path) -> None:
    assert ProfilesFile(path).read("User 1") == ProfileSettings()
    ProfilesFile(path).remove("User 1")
    ProfilesFile(path).rename("User 1", "User 2")
    assert ProfilesFile(path).leave_servers() == []
    assert not path.parent.exists()


def test_each_profile_has_its_own_record(path: Path) -> None:
    ProfilesFile(path).update("User 1", lambda _known: ON)
    ProfilesFile(path).update("用户", lambda _known: ProfileSettings(account="b"))
    assert ProfilesFile(path).read("User 1") == ON
    assert ProfilesFile(path).read("用户").account == "b"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_owner_may_read_it(path: Path) -> None:
    ProfilesFile(path).update("User 1", lambda _known: ON)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_but_the_file_is_left_behind(path: Path) -> None:
    ProfilesFile(path).update("User 1", lambda _known: ON)
    ProfilesFile(path).update("User 1", lambda _known: ON)
    assert [entry.name for entry in path.parent.iterdir()] == ["profiles.json"]


def test_a_record_follows_its_profile_to_another_name(path: Path) -> None:
    file = ProfilesFile(path)
    file.update("old", lambda _known: ON)
    file.rename("old", "new")
    assert file.read("new") == ON
    assert file.read("old") == ProfileSettings()


def test_a_removed_profile_is_forgotten(path: Path) -> None:
    file = ProfilesFile(path)
    file.update("User 1", lambda _known: ON)
    file.remove("User 1")
    assert file.read("User 1") == ProfileSettings()


def test_all_profiles_can_leave_their_servers_and_keep_their_phones(path: Path) -> None:
    file = ProfilesFile(path)
    file.update("one", lambda _known: ON)
    file.update("two", lambda _known: ProfileSettings(account="b"))
    assert file.leave_servers() == ["one"]
    assert file.read("one") == replace(ON, server="")


def test_profiles_with_phones_are_known_by_their_account(path: Path) -> None:
    file = ProfilesFile(path)
    assert not file.any_phones()
    file.update("one", lambda _known: ON)
    file.update("two", lambda _known: replace(ON, phones=False))
    assert file.any_phones()
    assert file.with_phones("a") == ["one"]
    assert file.with_phones("b") == []


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"profiles": []}', b"\xff\xfe", b'{"version": 1}']
)
def test_a_broken_file_is_set_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    file = ProfilesFile(path)
    assert file.read("User 1") == ProfileSettings()
    kept = list(path.parent.glob("profiles.broken-*.json"))
    assert [entry.read_bytes() for entry in kept] == [content]
    file.update("User 1", lambda _known: ON)
    assert file.read("User 1") == ON


def test_a_malformed_record_does_not_harm_the_others(path: Path) -> None:
    file = ProfilesFile(path)
    file.update("good", lambda _known: ON)
    raw = json.loads(path.read_text(encoding="utf-8"))
    raw["profiles"]["bad"] = ["nonsense"]
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert file.read("good") == ON
    assert file.read("bad") == ProfileSettings()


def test_a_folder_that_cannot_be_created_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    file = ProfilesFile(tmp_path / "taken" / "profiles.json")
    with pytest.raises(DataFolderUnusable) as caught:
        file.update("User 1", lambda _known: ON)
    assert caught.value.path == tmp_path / "taken" / "profiles.json"


def refused_write(path: Path) -> None:
    """Write a record that does not reach the disk: named, and the former one is whole."""
    with pytest.raises(DataFolderUnusable) as caught:
        ProfilesFile(path).update("User 1", lambda _known: replace(ON, password="new"))
    assert caught.value.path == path
    assert ProfilesFile(path).read("User 1") == ON
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Yield a file system of its own with 64 KiB, which only root can make."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode != 0:
        pytest.skip("may not mount a file system here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_former_record(small_disk: Path) -> None:
    path = small_disk / "lan_sync" / "profiles.json"
    ProfilesFile(path).update("User 1", lambda _known: ON)
    with contextlib.suppress(OSError), (small_disk / "filler").open("wb", 0) as filler:
        while True:
            filler.write(bytes(4096))
    refused_write(path)


def test_a_read_only_disk_leaves_the_former_record(small_disk: Path) -> None:
    path = small_disk / "lan_sync" / "profiles.json"
    ProfilesFile(path).update("User 1", lambda _known: ON)
    with read_only(small_disk):
        refused_write(path)


def test_changes_at_the_same_time_do_not_undo_each_other(path: Path) -> None:
    """A record is never written back as a whole: each one changes its field of what is there."""
    file = ProfilesFile(path)
    file.update("User 1", lambda _known: ON)

    def change(number: int) -> None:
        login = Login(f"http://host{number}/", "me", "key")
        file.update("User 1", lambda known: known.with_login(login))

    threads = [threading.Thread(target=change, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(file.read("User 1").logins) == 8
    assert file.read("User 1").account == "a"


def test_a_folder_in_place_of_the_file_is_named(path: Path) -> None:
    path.mkdir(parents=True)
    acts: tuple[Callable[[], object], ...] = (
        lambda: ProfilesFile(path).read("User 1"),
        lambda: ProfilesFile(path).update("", lambda _known: ON),
    )
    for act in acts:
        with pytest.raises(DataFolderUnusable) as caught:
            act()
        assert caught.value.path == path
