"""One click in the Tools menu: phones sync with Anki, and nothing else changes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from aqt.qt import QAction, QApplication, QLabel, QPushButton, QWidget

from addon.hosting import LanServer
from tests.accounts import add_user, issue_key
from tests.live.proxy import Relay
from tests.serving import address_of

from .. import running
from ..base import ANKIWEB, PROFILE, identity, on_disk, settings
from ..phone import Phone
from .elsewhere import logged_in_at

pytestmark = pytest.mark.usefixtures("anki")


def label(sheet: QWidget, name: str) -> str:
    found = sheet.findChild(QLabel, f"lan_sync_{name}")
    assert isinstance(found, QLabel)
    return found.text()


def switch_on() -> QWidget:
    running.click("toggle")
    assert running.dismiss() == ""
    assert running.question() is None
    assert running.action("toggle").isChecked()
    sheet = running.sheet()
    assert sheet is not None
    return sheet


@pytest.fixture
def new_phone(tmp_path: Path) -> Iterator[Callable[[QWidget], Phone]]:
    phones: list[Phone] = []

    def make(sheet: QWidget) -> Phone:
        show = sheet.findChild(QPushButton, "lan_sync_show_password")
        assert isinstance(show, QPushButton)
        show.setChecked(True)
        folder = tmp_path / f"phone{len(phones)}"
        address, user, password = (label(sheet, name) for name in ("address", "user", "password"))
        phones.append(Phone(folder, address, user, password))
        return phones[-1]

    yield make
    for phone in phones:
        phone.close()


def test_only_the_installed_copy_sets_itself_up() -> None:
    """This process imports the package from the source tree as well."""
    assert {"addon", running.PACKAGE} <= set(sys.modules)
    assert "addon.entry" not in sys.modules
    assert len(running.anki().findChildren(QAction, "lan_sync_toggle")) == 1


def test_a_phone_gets_the_collection_and_the_desktop_its_changes(
    base: Path, new_phone: Callable[[QWidget], Phone]
) -> None:
    before = identity(running.profile())
    running.add_note("from the desktop")
    sheet = switch_on()
    assert identity(running.profile()) == before == ANKIWEB
    phone = new_phone(sheet)
    phone.download()
    assert "from the desktop" in phone.fronts()
    phone.add("from the phone")
    phone.sync()
    running.spin(lambda: running.anki().col.find_notes("front:from*phone"))
    running.click("toggle")
    assert identity(running.profile()) == before
    assert identity(on_disk(base)) == before
    assert running.sheet() is None


def test_switching_off_and_on_again_asks_nothing_and_brings_both_together(
    new_phone: Callable[[QWidget], Phone],
) -> None:
    phone = new_phone(switch_on())
    phone.download()
    running.click("toggle")
    running.add_note("while it was off")
    switch_on()
    phone.sync()
    assert "while it was off" in phone.fronts()


def test_the_account_and_its_password_stay_the_same(base: Path) -> None:
    sheet = switch_on()
    first = settings(base)
    assert label(sheet, "user") == first["account"] == "user1"
    running.click("toggle")
    assert not settings(base)["phones"]
    switch_on()
    assert settings(base) == first


def test_the_password_is_hidden_until_asked_for_and_can_be_copied(base: Path) -> None:
    sheet = switch_on()
    password = settings(base)["password"]
    assert password not in label(sheet, "password")
    clipboard = QApplication.clipboard()
    assert clipboard is not None
    copied = []
    for button in sheet.findChildren(QPushButton):
        if running.words(button.text()) == "Copy":
            button.click()
            copied.append(clipboard.text())
    assert copied == [label(sheet, "address"), "user1", password]


def test_the_sheet_can_be_opened_again() -> None:
    assert not running.action("connect").isEnabled()
    sheet = switch_on()
    sheet.close()
    running.spin(lambda: running.sheet() is None)
    running.click("connect")
    assert running.sheet() is not None


def test_each_profile_has_its_own_choice() -> None:
    switch_on()
    running.switch_profile("User 2")
    assert not running.action("toggle").isChecked()
    running.switch_profile(PROFILE)
    assert running.action("toggle").isChecked()


def test_nothing_switches_while_media_is_syncing(lan_server: LanServer) -> None:
    add_user(lan_server.accounts, "me", "secret")
    key = issue_key(lan_server.accounts, "me", "desktop")
    with (
        Relay(address_of(lan_server)).running() as relay,
        logged_in_at(relay.url, "me", key),
    ):
        hold = relay.hold("begin")
        running.anki().media_syncer.start()
        hold.wait_until_reached()
        running.action("toggle").trigger()
        assert running.dismiss() == "A sync is running. Wait until it finishes, then try again."
        hold.release()
        running.settle()
    assert not running.action("toggle").isChecked()
