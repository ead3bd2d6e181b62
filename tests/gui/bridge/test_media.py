"""Phones and Anki share one media folder."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from anki.collection import Collection

from addon.store.paths import UserFolder, users_path

from .. import running
from ..base import PROFILE, settings
from ..phone import Phone
from ..test_status_dot import dot_title
from .scene import meanwhile, tap


@pytest.mark.usefixtures("desktop")
def test_pictures_and_sounds_go_both_ways_without_a_second_copy(base: Path, phone: Phone) -> None:
    col = running.anki().col
    folder = Path(col.media.dir())
    col.media.write_data("desktop.txt", b"pasted on the desktop")
    (Path(phone.col.media.dir()) / "phone.txt").write_bytes(b"recorded on the phone")
    tap(phone)
    running.spin(lambda: phone.media("desktop.txt"))
    assert phone.media("desktop.txt") == b"pasted on the desktop"
    running.spin((folder / "phone.txt").exists)
    assert (folder / "phone.txt").read_bytes() == b"recorded on the phone"
    assert not UserFolder(users_path(base / "lan_sync") / settings(base)["account"]).media.exists()


def test_what_a_phone_sends_reaches_the_other_computers(
    desktop: Collection, phone: Phone, second_desktop: Phone
) -> None:
    assert desktop is running.anki().col
    (Path(phone.col.media.dir()) / "to everybody.txt").write_bytes(b"to everybody")
    tap(phone)
    running.spin((Path(desktop.media.dir()) / "to everybody.txt").exists)
    running.anki().on_sync_button_clicked()
    running.settle()
    second_desktop.sync()
    running.spin(lambda: second_desktop.media("to everybody.txt"))


def test_each_profile_has_a_folder_of_its_own(phone: Phone) -> None:
    running.switch_profile("User 2")
    running.switch_profile(PROFILE)
    running.anki().col.media.write_data("after opening.txt", b"opened again")
    tap(phone)
    assert phone.media("after opening.txt") == b"opened again"


def test_many_missing_files_are_asked_about_once_a_phone_needs_them(
    desktop: Collection, phone: Phone
) -> None:
    folder = Path(desktop.media.dir())
    files = [folder / f"lost {number}.txt" for number in range(12)]
    for file in files:
        file.write_text(file.name)
    tap(phone)
    running.spin(lambda: phone.media(files[-1].name))
    tap(phone)  # the phone is up to date: its next tap asks for no media
    moved = folder.with_name("moved away")
    moved.mkdir()
    for file in files:
        file.rename(moved / file.name)
    tap_in_vain(phone)
    running.spin(running.message)
    assert "missing from this profile's media folder" in running.dismiss()
    assert phone.media(files[0].name) is not None
    tap_in_vain(phone)
    running.settle()
    assert running.message() is None, "asked once"
    assert "needs an answer" in dot_title()
    for file in files:
        (moved / file.name).rename(file)
    moved.rmdir()
    tap(phone)
    running.spin(lambda: "can sync" in dot_title())


def test_a_missing_folder_is_reported_once_a_phone_needs_it(
    desktop: Collection, phone: Phone
) -> None:
    folder = Path(desktop.media.dir())
    (folder / "kept.txt").write_text("kept")
    tap(phone)
    moved = folder.with_name("moved away")
    folder.rename(moved)
    try:
        tap_in_vain(phone)
        running.spin(lambda: "media folder is missing" in dot_title())
    finally:
        moved.rename(folder)
    assert phone.media("kept.txt") == b"kept"
    tap(phone)
    running.spin(lambda: "can sync" in dot_title())


def test_a_profile_on_the_account_of_another_is_asked_about_cards_first(
    base: Path, desktop: Collection, phone: Phone
) -> None:
    folder = Path(desktop.media.dir())
    (folder / "of the first profile.txt").write_text("x")
    tap(phone)
    record = settings(base)
    user = UserFolder(users_path(base / "lan_sync") / record["account"])
    path = base / "lan_sync" / "profiles.json"
    raw = json.loads(path.read_text("utf-8"))
    raw["profiles"]["User 2"] = record
    path.write_text(json.dumps(raw), "utf-8")
    running.switch_profile("User 2")
    try:
        running.spin(running.question)
        assert running.message() is None
        assert user.shared_media == folder, "no media is mixed before that is decided"
        running.answer("cancel")
        assert running.message() is None
    finally:
        running.switch_profile(PROFILE)
    tap(phone)
    assert user.shared_media == folder


def tap_in_vain(phone: Phone) -> None:
    """A tap whose media sync fails."""
    with contextlib.suppress(Exception):
        meanwhile(phone.sync)
