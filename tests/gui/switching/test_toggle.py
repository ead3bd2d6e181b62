"""One click in the Tools menu: the desktop is redirected, a phone syncs, and all comes back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import aqt
import pytest
from aqt.qt import QAction, QApplication, QLabel, QLineEdit, QPushButton, QTimer, QWidget

from addon.hosting import LanServer

from .. import running
from ..base import ANKIWEB, PROFILE, identity, on_disk, settings
from ..phone import Phone

pytestmark = pytest.mark.usefixtures("anki")


def label(sheet: QWidget, name: str) -> str:
    found = sheet.findChild(QLabel, f"lan_sync_{name}")
    assert isinstance(found, QLabel)
    return found.text()


def switch_on() -> QWidget:
    running.click("toggle")
    assert running.dismiss() == ""
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
    running.anki().col.media.write_data("sound.mp3", b"la la")

    sheet = switch_on()
    address = label(sheet, "address")
    record = settings(base)
    assert identity(running.profile()) == {
        "customSyncUrl": address,
        "currentSyncUrl": None,
        "syncKey": record["key"],
        "syncUser": record["account"],
        "hostNum": 0,
    }
    running.anki().pm.save()
    assert identity(on_disk(base)) == before

    phone = new_phone(sheet)
    phone.download()
    assert "from the desktop" in phone.fronts()
    assert phone.media("sound.mp3") == b"la la"

    phone.add("from the phone")
    phone.sync()
    running.anki().on_sync_button_clicked()
    running.settle()
    assert running.anki().col.find_notes("front:from*phone")

    running.click("toggle")
    assert identity(running.profile()) == before == ANKIWEB
    assert running.sheet() is None


def test_switching_makes_anki_check_all_media_with_the_other_server(base: Path) -> None:
    media_state = base / PROFILE / "collection.media.db2"
    switch_on()
    assert media_state.exists()  # the sync after switching on has made it anew
    made = media_state.stat().st_ino
    running.click("toggle")
    assert not media_state.exists() or media_state.stat().st_ino != made


def test_the_account_and_its_password_stay_the_same(base: Path) -> None:
    sheet = switch_on()
    first = settings(base)
    assert label(sheet, "user") == first["account"] == "user1"
    running.click("toggle")
    switch_on()
    assert {**settings(base), "mode": ""} == {**first, "mode": ""}


def test_the_password_is_hidden_until_asked_for_and_can_be_copied(base: Path) -> None:
    sheet = switch_on()
    password = settings(base)["password"]
    assert password not in label(sheet, "password")
    clipboard = QApplication.clipboard()
    assert clipboard is not None
    copied = []
    for button in sheet.findChildren(QPushButton):
        if button.text() == "Copy":
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


def test_another_profile_keeps_its_login_and_this_one_is_redirected_again(base: Path) -> None:
    switch_on()
    ours = identity(running.profile())
    running.switch_profile("User 2")
    assert identity(running.profile()) == ANKIWEB
    assert not running.action("toggle").isChecked()
    running.switch_profile(PROFILE)
    assert identity(running.profile()) == ours
    assert running.action("toggle").isChecked()
    assert identity(on_disk(base)) == ANKIWEB


def test_nothing_switches_while_media_is_syncing(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(running.anki().media_syncer, "_syncing", True)
        running.action("toggle").trigger()
        assert running.dismiss() == (
            "A sync is running. Wait until it has finished, then try again."
        )
    assert not running.action("toggle").isChecked()
    assert identity(running.profile()) == ANKIWEB


def preferences() -> aqt.preferences.Preferences:
    running.anki().onPrefs()
    running.settle()
    dialog: aqt.preferences.Preferences = aqt.dialogs._dialogs["Preferences"][1]
    return dialog


def test_preferences_may_be_looked_at_and_closed(base: Path) -> None:
    switch_on()
    ours = identity(running.profile())
    dialog = preferences()
    assert dialog.form.custom_sync_url.text() == ours["customSyncUrl"]
    running.action("toggle").trigger()
    assert running.dismiss() == "Please close Anki's Preferences first, then try again."
    dialog.accept()
    running.settle()
    assert identity(running.profile()) == ours
    assert identity(on_disk(base)) == ANKIWEB


def test_another_server_in_preferences_is_respected(base: Path) -> None:
    switch_on()
    dialog = preferences()
    dialog.form.custom_sync_url.setText("http://mine.invalid/")
    dialog.accept()
    running.settle()
    assert "was changed in Anki's Preferences or by another add-on" in running.dismiss()
    assert not running.action("toggle").isChecked()
    now = identity(running.profile())
    assert now == identity(on_disk(base))
    assert (now["customSyncUrl"], now["syncKey"]) == ("http://mine.invalid/", None)
    assert settings(base)["mode"] == "off"
    running.log_in_to_ankiweb_again()


def test_logging_out_in_preferences_is_respected(base: Path) -> None:
    switch_on()
    dialog = preferences()
    dialog.form.syncLogout.click()
    dialog.accept()
    running.settle()
    assert running.dismiss()
    assert not running.action("toggle").isChecked()
    assert running.anki().pm.sync_auth() is None
    assert on_disk(base)["syncKey"] is None
    assert "customSyncUrl" not in on_disk(base)
    running.log_in_to_ankiweb_again()


def test_another_server_asks_for_its_login_once(base: Path, tmp_path: Path) -> None:
    addons = running.anki().addonManager
    config = addons.getConfig(running.PACKAGE)
    assert config is not None
    server = LanServer(tmp_path / "elsewhere", "127.0.0.1", 0)
    server.start()
    server.accounts.add("me", "secret")
    address = f"http://127.0.0.1:{server.port}/"
    try:
        addons.writeConfig(running.PACKAGE, {**config, "endpoint": f"127.0.0.1:{server.port}/sync"})
        running.action("toggle").trigger()
        running.spin(running.question)
        running.agree()
        _log_in("me", "secret")
        running.spin(running.anki().pm.sync_auth)
        assert running.profile()["customSyncUrl"] == address
        assert running.profile()["syncUser"] == "me"
        running.spin(_decline_upload)
        running.settle()
        key = running.profile()["syncKey"]
        assert settings(base)["logins"] == [{"address": address, "user": "me", "key": key}]
        running.click("toggle")
        assert identity(running.profile()) == ANKIWEB
        running.action("toggle").trigger()
        running.spin(running.question)
        QTimer.singleShot(0, running.agree)
        running.spin(_decline_upload)
        assert running.profile()["syncKey"] == key
    finally:
        running.settle()
        running.click("toggle")
        addons.writeConfig(running.PACKAGE, config)
        server.stop()


def _log_in(user: str, password: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    name, secret = dialog.findChildren(QLineEdit)
    name.setText(user)
    secret.setText(password)
    dialog.accept()  # type: ignore[attr-defined]


def _decline_upload() -> bool:
    """Anki asks before it uploads to a server that is not ours; say no."""
    box = QApplication.activeModalWidget()
    if box is None or not isinstance(box, aqt.qt.QMessageBox):
        return False
    box.buttons()[-1].click()
    return True
