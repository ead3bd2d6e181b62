"""The window "Connect a phone": a real client appears in it while it is open."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from anki.errors import SyncError
from aqt.qt import QLabel, QPushButton, QWidget

from addon.gui.pairing.check_window import CheckWindow, Finding
from addon.gui.pairing.reachability import check
from addon.gui.parts.background import Background
from addon.i18n import without_unicode_isolation
from tests.net import servers

from .. import running
from ..phone import Phone
from ..settings.window import press, said

pytestmark = pytest.mark.usefixtures("anki")


@pytest.fixture
def sheet() -> QWidget:
    running.add_note("from the desktop")
    running.click("toggle")
    assert running.dismiss() == ""
    shown = running.sheet()
    assert shown is not None
    return shown


def test_the_sheet_waits_until_a_phone_signs_in_and_syncs(sheet: QWidget, tmp_path: Path) -> None:
    assert said(sheet, "live") == "Waiting for your phone..."
    press(sheet, "show_password")
    address, user, password = (said(sheet, name) for name in ("address", "user", "password"))

    phone = Phone(tmp_path, address, user, password)
    try:
        running.spin(lambda: "has signed in" in said(sheet, "live"))
        phone.download()
        running.spin(lambda: "is in sync" in said(sheet, "live"))
        running.spin(lambda: "seconds ago" in said(sheet, "live"))
    finally:
        phone.close()


def code_of(sheet: QWidget) -> str:
    """The link in the QR code; "" where there is none."""
    code = sheet.findChild(QWidget, "lan_sync_qr")
    return "" if code is None else str(code.property("link"))


def page_with(link: str) -> str:
    """What the page's script gets for the pass in a link; "" if nothing."""
    address, _, shown = link.partition("#")
    with urlopen(Request(address, shown.encode()), timeout=10) as answer:
        return str(answer.read().decode())


def test_the_code_leads_to_a_page_that_shows_everything(sheet: QWidget) -> None:
    link = code_of(sheet)
    press(sheet, "show_password")
    address, user, password = (said(sheet, name) for name in ("address", "user", "password"))
    assert link.startswith(f"{address}#")
    assert json.loads(page_with(link)) == {"user": user, "password": password.replace(" ", "")}


def test_a_code_is_made_anew_each_time_the_window_opens(sheet: QWidget) -> None:
    former = code_of(sheet)
    running.click("connect")
    fresh = running.sheet()
    assert fresh is not None
    assert (page_with(former), page_with(code_of(fresh)) != "") == ("", True)


def test_once_a_phone_has_signed_in_the_code_is_gone_until_one_asks_for_a_new_one(
    sheet: QWidget, tmp_path: Path
) -> None:
    link = code_of(sheet)
    known = json.loads(page_with(link))
    phone = Phone(tmp_path, said(sheet, "address"), known["user"], known["password"])
    phone.close()
    running.spin(lambda: not code_of(sheet), 5)
    assert "has been used" in said(sheet, "code_used")
    assert page_with(link) == ""
    press(sheet, "new_code")
    assert json.loads(page_with(code_of(sheet))) == known


def test_a_wrong_password_is_shown_in_the_sheet(sheet: QWidget, tmp_path: Path) -> None:
    def type_it_wrong() -> None:
        with pytest.raises(SyncError):
            Phone(tmp_path, said(sheet, "address"), "user1", "wrong")

    typing = threading.Thread(target=type_it_wrong)
    typing.start()
    running.spin(lambda: "wrong user name or password" in said(sheet, "live"))
    typing.join()


def test_the_self_test_finds_our_own_server_reachable(sheet: QWidget) -> None:
    press(sheet, "check")
    window = running.window("check_window")
    assert window is not None
    again = window.findChild(QPushButton, "lan_sync_check_again")
    assert isinstance(again, QPushButton)
    running.spin(again.isVisible)
    address = said(sheet, "address")
    words = [without_unicode_isolation(label.text()) for label in window.findChildren(QLabel)]
    assert any(text.startswith(f"{address} leads to Anki") for text in words), words


@pytest.mark.parametrize("by", ["stop", "close"])
def test_the_self_test_can_be_left_while_it_waits_for_an_answer(by: str) -> None:
    stopped: list[threading.Event] = []

    def looks(cancelled: threading.Event) -> Sequence[Finding]:
        found = check(["127.0.0.1"], port, "ours", cancelled)
        stopped.append(cancelled)
        return found

    mw = running.anki()
    with servers.silent() as port:
        window = CheckWindow(mw, looks, Background(mw))
        window.open()
        stop = window.findChild(QPushButton, "lan_sync_check_stop")
        again = window.findChild(QPushButton, "lan_sync_check_again")
        assert isinstance(stop, QPushButton)
        assert isinstance(again, QPushButton)
        assert stop.isVisible()
        if by == "stop":
            stop.click()
            assert (stop.isVisible(), again.isVisible()) == (False, True)
            words = [label.text() for label in window.findChildren(QLabel)]
            assert "Stopped before everything was checked." in words
        window.reject()
        running.spin(lambda: stopped)
        assert stopped[0].is_set()
        running.settle()


def test_the_sheet_says_that_a_setting_keeps_phones_out(sheet: QWidget) -> None:
    assert "only from this computer" in said(sheet, "address_warning")


def test_the_windows_close_when_it_is_switched_off(sheet: QWidget) -> None:  # noqa: ARG001
    running.click("devices")
    assert running.window("devices_window") is not None
    running.switch_off()
    running.spin(lambda: running.sheet() is None and running.window("devices_window") is None)
