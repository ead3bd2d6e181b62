"""The window "Connect a phone": a real client appears in it while it is open."""

from __future__ import annotations

import contextlib
import importlib
import json
import threading
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from urllib.request import Request, urlopen

import pytest
from anki.errors import SyncError
from aqt.qt import QCheckBox, QComboBox, QDialog, QFrame, QLabel, QPushButton, QWidget

from addon.gui.pairing.check_window import CheckWindow, Finding
from addon.gui.pairing.reachability import check_reachability
from addon.gui.parts.background import Background
from addon.hosting import LanServer, open_activity
from addon.i18n import without_unicode_isolation
from addon.server import activity
from tests.net import servers
from tests.server.page import phone_browser
from tests.server.page.phone_browser import in_a_browser

from .. import running
from ..bridge.scene import meanwhile
from ..phone import Phone
from ..settings.window import account_dialog, line, open_settings, press, text_of

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
    assert text_of(sheet, "live") == "Waiting for your phone..."
    press(sheet, "show_password")
    address, user, password = (text_of(sheet, name) for name in ("address", "user", "password"))

    phone = Phone(tmp_path, address, user, password)
    try:
        running.spin(lambda: "has signed in" in text_of(sheet, "live"))
        phone.download()
        running.spin(lambda: "is in sync" in text_of(sheet, "live"))
        running.spin(lambda: "seconds ago" in text_of(sheet, "live"))
    finally:
        phone.close()


def code_of(sheet: QWidget) -> str:
    """Return the link in the QR code; "" where there is none."""
    code = sheet.findChild(QWidget, "lan_sync_qr")
    return "" if code is None else str(code.property("link"))


def page_with(link: str) -> str:
    """Return what the page's script gets for the pass in a link; "" if nothing."""
    address, _, shown = link.partition("#")
    with urlopen(Request(address, shown.encode()), timeout=10) as answer:
        return str(answer.read().decode())


def shown_on_the_page(link: str) -> tuple[str, str]:
    """Return the user name and the password that the page shows for a link."""
    known = json.loads(page_with(link))
    return known["user"], "".join(known["password"])


def test_the_code_leads_to_a_page_that_shows_everything(sheet: QWidget) -> None:
    link = code_of(sheet)
    press(sheet, "show_password")
    address, user, password = (text_of(sheet, name) for name in ("address", "user", "password"))
    assert link.startswith(f"{address}#")
    assert shown_on_the_page(link) == (user, password.replace(" ", ""))


@in_a_browser
def test_from_the_code_to_a_phone_in_sync_nothing_is_typed(sheet: QWidget, tmp_path: Path) -> None:
    """A browser taps the copy buttons, and a real client gets what they have copied."""
    with phone_browser.phone(tmp_path / "browser") as browser:
        browser.devtools("Browser.grantPermissions", permissions=["clipboardReadWrite"])
        browser.open(code_of(sheet))
        browser.wait_for_sign_in()
        address, user, password = (browser.copied(kind) for kind in ("here", "user", "password"))
    phone = Phone(tmp_path / "phone", address, user, password)
    try:
        phone.download()
        running.spin(lambda: "is in sync" in text_of(sheet, "live"))
        assert "from the desktop" in phone.fronts()
    finally:
        phone.close()


def test_a_new_code_is_made_each_time_the_window_opens(sheet: QWidget) -> None:
    former = code_of(sheet)
    running.click("connect")
    fresh = running.sheet()
    assert fresh is not None
    assert (page_with(former), page_with(code_of(fresh)) != "") == ("", True)


def test_once_a_phone_has_signed_in_the_code_is_gone_until_a_new_one_is_requested(
    sheet: QWidget, tmp_path: Path
) -> None:
    link = code_of(sheet)
    known = shown_on_the_page(link)
    phone = Phone(tmp_path, text_of(sheet, "address"), *known)
    phone.close()
    running.spin(lambda: not code_of(sheet))
    assert "has been used" in text_of(sheet, "code_used")
    assert page_with(link) == ""
    press(sheet, "new_code")
    assert shown_on_the_page(code_of(sheet)) == known


def test_a_wrong_password_is_shown_in_the_sheet(sheet: QWidget, tmp_path: Path) -> None:
    def type_it_wrong() -> None:
        with pytest.raises(SyncError):
            Phone(tmp_path, text_of(sheet, "address"), "user1", "wrong")

    typing = threading.Thread(target=type_it_wrong)
    typing.start()
    running.spin(lambda: "wrong user name or password" in text_of(sheet, "live"))
    typing.join()


def test_the_self_test_finds_our_own_server_reachable(sheet: QWidget) -> None:
    press(sheet, "check")
    window = running.window("check_window")
    assert window is not None
    again = window.findChild(QPushButton, "lan_sync_check_again")
    assert isinstance(again, QPushButton)
    running.spin(again.isVisible)
    address = text_of(sheet, "address")
    words = [without_unicode_isolation(label.text()) for label in window.findChildren(QLabel)]
    assert any(text.startswith(f"{address} leads to Anki") for text in words), words


@pytest.mark.parametrize("by", ["stop", "close"])
def test_the_self_test_can_be_left_while_it_waits_for_an_answer(by: str) -> None:
    stopped: list[threading.Event] = []

    def looks(cancelled: threading.Event) -> Sequence[Finding]:
        found = check_reachability(cast(LanServer, stuck), ["127.0.0.1"], cancelled)
        stopped.append(cancelled)
        return found

    mw = running.anki()
    with servers.silent() as port:
        stuck = SimpleNamespace(port=port, instance="ours", certificate_names=None)
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
    assert "only from this computer" in text_of(sheet, "address_warning")


def test_the_windows_close_when_it_is_switched_off(sheet: QWidget) -> None:  # noqa: ARG001
    running.click("devices")
    assert running.window("devices_window") is not None
    running.switch_off()
    running.spin(lambda: running.sheet() is None and running.window("devices_window") is None)


def whose(sheet: QWidget) -> QComboBox:
    """Return the list of accounts."""
    found = sheet.findChild(QComboBox, "lan_sync_whose")
    assert isinstance(found, QComboBox)
    return found


def names_in(box: QComboBox) -> list[str]:
    return [box.itemText(row) for row in range(box.count())]


def test_a_person_is_added_beside_the_list_and_the_window_shows_their_sign_in(
    sheet: QWidget,
) -> None:
    assert not whose(sheet).isEnabled()
    own = text_of(sheet, "user")
    press(sheet, "add_person")
    form = account_dialog()
    line(form, "account_name").setText("zoe")
    password = line(form, "account_password").text()
    press(form, "account_save")
    running.spin(lambda: names_in(whose(sheet)) == [own, "zoe"])
    assert (text_of(sheet, "user"), whose(sheet).currentText()) == ("zoe", "zoe")
    assert shown_on_the_page(code_of(sheet)) == ("zoe", password)
    assert "On the first device" in text_of(sheet, "advice")
    whose(sheet).textActivated.emit(own)
    assert text_of(sheet, "user") == own
    assert "nothing is lost" in text_of(sheet, "advice")


def test_a_person_added_in_the_settings_gets_the_window_too(sheet: QWidget) -> None:
    sheet.close()
    dialog = open_settings()
    press(dialog, "account_add")
    form = account_dialog()
    line(form, "account_name").setText("zoe")
    press(form, "account_save")
    running.spin(lambda: running.sheet() is not None)
    opened = running.sheet()
    assert opened is not None
    assert text_of(opened, "user") == "zoe"
    dialog.close()


def test_where_no_password_is_known_a_new_one_is_made(
    sheet: QWidget,  # noqa: ARG001
    tmp_path: Path,
) -> None:
    accounts: Any = importlib.import_module("lan_sync.server.accounts.accounts")
    folder = Path(running.anki().pm.base) / "lan_sync"
    paths: Any = importlib.import_module("lan_sync.store.paths")

    def add() -> None:
        with contextlib.closing(accounts.Accounts(paths.accounts_path(folder))) as elsewhere:
            elsewhere.users.add("otto", "nobody knows it")

    meanwhile(add)
    running.click("connect")
    opened = running.sheet()
    assert opened is not None
    running.spin(lambda: "otto" in names_in(whose(opened)))
    whose(opened).textActivated.emit("otto")
    assert "not kept here" in text_of(opened, "password_unknown")
    assert "#" not in code_of(opened)
    press(opened, "new_password")
    running.spin(lambda: "#" in code_of(opened))
    known = shown_on_the_page(code_of(opened))
    Phone(tmp_path, text_of(opened, "address"), *known).close()


def test_a_password_that_was_changed_elsewhere_is_not_shown_any_more(
    sheet: QWidget, tmp_path: Path
) -> None:
    """As by the command `passwd`, while the window is open."""
    accounts: Any = importlib.import_module("lan_sync.server.accounts.accounts")
    paths: Any = importlib.import_module("lan_sync.store.paths")
    path = paths.accounts_path(Path(running.anki().pm.base) / "lan_sync")
    user = text_of(sheet, "user")

    def change() -> None:
        with contextlib.closing(accounts.Accounts(path)) as elsewhere:
            elsewhere.users.set_password(user, "changed elsewhere")

    meanwhile(change)
    running.spin(lambda: sheet.findChild(QLabel, "lan_sync_password_unknown"))
    assert "#" not in code_of(sheet)
    press(sheet, "new_password")
    running.spin(lambda: "#" in code_of(sheet))
    known = shown_on_the_page(code_of(sheet))
    Phone(tmp_path, text_of(sheet, "address"), *known).close()


def test_advice_on_what_a_phone_with_cards_asks_comes_first(sheet: QWidget) -> None:
    advice = text_of(sheet, "advice")
    assert '"Download from AnkiWeb" (in AnkiDroid: "AnkiWeb")' in advice
    box = sheet.findChild(QCheckBox, "lan_sync_phone_has_past")
    assert box is not None
    assert box.isVisible()
    assert box.y() < sheet.findChildren(QFrame, "lan_sync_fields")[0].y()


def test_while_media_syncs_the_line_says_so_and_how_far_it_is(
    sheet: QWidget, tmp_path: Path
) -> None:
    press(sheet, "show_password")
    phone = Phone(tmp_path, *(text_of(sheet, name) for name in ("address", "user", "password")))
    try:
        phone.download()
        phone.col.media.write_data("a.txt", b"media")
        with phone.held_at("mediaSanity"):
            running.spin(lambda: "media" in text_of(sheet, "live"))
            assert "1 " in text_of(sheet, "live")
            assert "is in sync" not in text_of(sheet, "live")
        running.spin(lambda: "is in sync" in text_of(sheet, "live"))
    finally:
        phone.close()


def test_a_phone_is_not_called_in_sync_before_anki_shows_its_changes(
    sheet: QWidget, tmp_path: Path
) -> None:
    press(sheet, "show_password")
    phone = Phone(tmp_path, *(text_of(sheet, name) for name in ("address", "user", "password")))
    try:
        phone.download()
        running.spin(lambda: "is in sync" in text_of(sheet, "live"))
        phone.add("from the phone")
        dialog = QDialog(running.anki())
        dialog.open()  # what a phone brings waits for it
        dialog.setModal(True)
        phone.sync()
        running.spin(lambda: "Anki does not show it yet" in text_of(sheet, "live"))
        assert "close the open window" in text_of(sheet, "live")
        dialog.reject()
        running.spin(lambda: "is in sync" in text_of(sheet, "live"))
    finally:
        phone.close()


def uploaded_by(folder: Path, address: str, user: str, password: str, fronts: list[str]) -> Phone:
    """Return a phone with cards of its own that has chosen "Upload"."""
    phone = Phone(folder, address, user, password)
    for front in fronts:
        phone.add(front)
    phone.col.close_for_full_sync()
    meanwhile(
        lambda: phone.col.full_upload_or_download(auth=phone.auth, server_usn=None, upload=True)
    )
    phone.col.reopen(after_full_sync=True)
    return phone


def put_back_noted(base: Path) -> int:
    """Return how often the activity list says that a copy was put back."""
    with closing(open_activity(base / "lan_sync")) as kept:
        return sum(entry.kind == activity.PUT_BACK for entry in kept.entries())


def test_a_copy_that_a_phone_has_replaced_is_reported_and_can_be_restored_and_that_undone(
    sheet: QWidget, base: Path, tmp_path: Path
) -> None:
    noted = put_back_noted(base)
    press(sheet, "add_person")
    form = account_dialog()
    line(form, "account_name").setText("zoe")
    press(form, "account_save")
    running.spin(lambda: text_of(sheet, "user") == "zoe")
    zoe = (text_of(sheet, "address"), *shown_on_the_page(code_of(sheet)))
    first = uploaded_by(tmp_path / "first", *zoe, ["one", "two"])
    assert running.question() is None, "nothing was lost"
    second = uploaded_by(tmp_path / "second", *zoe, ["other"])
    running.spin(running.question)
    box = running.question()
    assert box is not None
    words = [without_unicode_isolation(label.text()) for label in box.findChildren(QLabel)]
    assert {"2", "1"} <= set(words), words
    running.answer("back")
    running.spin(running.message)
    meanwhile(second.download)
    assert second.fronts() == {"one", "two"}
    undo = running.message()
    assert undo is not None
    undo.buttons()[0].click()
    running.settle()
    running.spin(lambda: running.message() not in (None, undo))
    running.dismiss()
    meanwhile(first.download)
    assert first.fronts() == {"other"}
    running.spin(lambda: put_back_noted(base) == noted + 2)
    for phone in (first, second):
        phone.close()
