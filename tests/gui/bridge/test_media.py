"""Phones and Anki share one media folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from anki.collection import Collection

from addon.store.paths import UserFolder, users_path

from .. import running
from ..base import PROFILE, settings
from ..phone import Phone
from .scene import tap


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


def test_the_folder_of_another_profile_is_another_one(phone: Phone) -> None:
    running.switch_profile("User 2")
    running.switch_profile(PROFILE)
    running.anki().col.media.write_data("after opening.txt", b"opened again")
    tap(phone)
    assert phone.media("after opening.txt") == b"opened again"
