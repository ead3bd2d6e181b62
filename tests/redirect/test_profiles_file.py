"""profiles.json: private, atomic, and never in the way when it is broken."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from addon.errors import DataFolderUnusable
from addon.redirect.profiles_file import ProfilesFile
from addon.redirect.settings import Mode, ProfileSettings, Target

ON = ProfileSettings(target=Target(Mode.THIS_COMPUTER), account="a", password="p", key="k")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lan_sync" / "profiles.json"


def test_a_profile_never_seen_is_off_and_leaves_no_file(path: Path) -> None:
    assert ProfilesFile(path).read("User 1") == ProfileSettings()
    ProfilesFile(path).remove("User 1")
    ProfilesFile(path).rename("User 1", "User 2")
    assert ProfilesFile(path).switch_all_off() == []
    assert not path.parent.exists()


def test_each_profile_has_its_own_record(path: Path) -> None:
    ProfilesFile(path).write("User 1", ON)
    ProfilesFile(path).write("用户", ProfileSettings(account="b"))
    assert ProfilesFile(path).read("User 1") == ON
    assert ProfilesFile(path).read("用户").account == "b"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_owner_may_read_it(path: Path) -> None:
    ProfilesFile(path).write("User 1", ON)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_but_the_file_is_left_behind(path: Path) -> None:
    ProfilesFile(path).write("User 1", ON)
    ProfilesFile(path).write("User 1", ON)
    assert [entry.name for entry in path.parent.iterdir()] == ["profiles.json"]


def test_a_record_follows_its_profile_to_another_name(path: Path) -> None:
    file = ProfilesFile(path)
    file.write("old", ON)
    file.rename("old", "new")
    assert file.read("new") == ON
    assert file.read("old") == ProfileSettings()


def test_a_removed_profile_is_forgotten(path: Path) -> None:
    file = ProfilesFile(path)
    file.write("User 1", ON)
    file.remove("User 1")
    assert file.read("User 1") == ProfileSettings()


def test_all_profiles_can_be_switched_off_and_keep_their_accounts(path: Path) -> None:
    file = ProfilesFile(path)
    file.write("one", ON)
    file.write("two", ProfileSettings(account="b"))
    assert file.switch_all_off() == ["one"]
    assert file.read("one").target == Target(Mode.OFF)
    assert file.read("one").account == "a"


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"profiles": []}', b"\xff\xfe", b'{"version": 1}']
)
def test_a_broken_file_is_kept_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    file = ProfilesFile(path)
    assert file.read("User 1") == ProfileSettings()
    kept = list(path.parent.glob("profiles.broken-*.json"))
    assert [entry.read_bytes() for entry in kept] == [content]
    file.write("User 1", ON)
    assert file.read("User 1") == ON


def test_a_malformed_record_does_not_harm_the_others(path: Path) -> None:
    file = ProfilesFile(path)
    file.write("good", ON)
    raw = json.loads(path.read_text(encoding="utf-8"))
    raw["profiles"]["bad"] = ["nonsense"]
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert file.read("good") == ON
    assert file.read("bad") == ProfileSettings()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    file = ProfilesFile(tmp_path / "taken" / "profiles.json")
    with pytest.raises(DataFolderUnusable) as caught:
        file.write("User 1", ON)
    assert caught.value.path == tmp_path / "taken" / "profiles.json"


def refused_write(path: Path) -> None:
    """Write a record that does not reach the disk: named, and the former one is whole."""
    with pytest.raises(DataFolderUnusable) as caught:
        ProfilesFile(path).write("User 1", replace(ON, password="new"))
    assert caught.value.path == path
    assert ProfilesFile(path).read("User 1") == ON
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with 64 KiB, which only root can make."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode != 0:
        pytest.skip("may not mount a file system here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_former_record(small_disk: Path) -> None:
    path = small_disk / "lan_sync" / "profiles.json"
    ProfilesFile(path).write("User 1", ON)
    with contextlib.suppress(OSError), (small_disk / "filler").open("wb", 0) as filler:
        while True:
            filler.write(bytes(4096))
    refused_write(path)


def test_a_read_only_disk_leaves_the_former_record(small_disk: Path) -> None:
    path = small_disk / "lan_sync" / "profiles.json"
    ProfilesFile(path).write("User 1", ON)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    refused_write(path)


def test_a_folder_in_place_of_the_file_is_named(path: Path) -> None:
    path.mkdir(parents=True)
    for act in (
        lambda: ProfilesFile(path).read("User 1"),
        lambda: ProfilesFile(path).write("", ON),
    ):
        with pytest.raises(DataFolderUnusable) as caught:
            act()
        assert caught.value.path == path
