"""Another server and back: nothing is lost, the login least of all, and phones notice nothing."""

from __future__ import annotations

import copy
from pathlib import Path

import aqt
import pytest
from aqt.qt import QApplication, QLabel, QLineEdit

from addon.hosting import LanServer
from tests.accounts import add_user
from tests.serving import address_of

from .. import running
from ..base import ANKIWEB, identity, on_disk, settings
from .elsewhere import asked, choose_elsewhere, choose_own, decline_ankis_question, go_elsewhere

pytestmark = pytest.mark.usefixtures("anki")


@pytest.fixture
def address(lan_server: LanServer) -> str:
    add_user(lan_server.accounts, "me", "secret")
    return address_of(lan_server)


def redirected_to(address: str) -> None:
    go_elsewhere(address)
    running.spin(decline_ankis_question)
    running.settle()
    assert running.profile()["customSyncUrl"] == address


def test_there_and_back_leaves_the_profile_as_it_was(base: Path, address: str) -> None:
    running.add_note("one")
    before = copy.deepcopy(running.profile())
    running.switch_on()
    choose_elsewhere(address.removeprefix("http://") + "sync", "wrong")
    dialog = running.settings_dialog()
    assert dialog is not None, "a wrong password is shown in the dialog"
    result = dialog.findChild(QLabel, "lan_sync_test_result")
    assert isinstance(result, QLabel)
    assert result.text()
    dialog.reject()
    choose_elsewhere(address, "secret")
    assert "From now on this profile syncs with" in asked()
    assert "Cards" not in asked(), "no table half of which would be unknown"
    running.answer("cancel")
    assert settings(base)["server"] == ""
    redirected_to(address)
    assert running.profile()["syncUser"] == "me"
    assert settings(base)["choice"] == settings(base)["server"] == address
    assert running.action("toggle").isChecked(), "phones still sync"
    assert running.action("elsewhere").isChecked()
    running.anki().pm.save()
    assert identity(on_disk(base)) == ANKIWEB

    choose_own()
    assert "me@example.org" in asked()
    running.answer("cancel")
    assert running.profile()["customSyncUrl"] == address
    choose_own()
    running.answer("ok")
    assert not running.action("elsewhere").isChecked()
    assert running.action("toggle").isChecked(), "phones still sync"
    after = running.profile()
    changing = {"lastSync", "mainWindowGeom", "mainWindowState", "lastOptimize"}
    assert {k: v for k, v in after.items() if k not in changing} == {
        k: v for k, v in before.items() if k not in changing
    }


def test_another_profile_keeps_its_login_and_this_one_is_redirected_again(
    base: Path, address: str
) -> None:
    redirected_to(address)
    ours = identity(running.profile())
    running.switch_profile("User 2")
    assert identity(running.profile()) == ANKIWEB
    assert not running.action("elsewhere").isChecked()
    running.switch_profile("User 1")
    assert identity(running.profile()) == ours
    assert identity(on_disk(base)) == ANKIWEB


def test_switching_makes_anki_check_all_media_with_the_other_server(
    base: Path, address: str
) -> None:
    media_state = base / "User 1" / "collection.media.db2"
    redirected_to(address)
    made = media_state.stat().st_ino if media_state.exists() else None
    running.leave_other_server()
    assert not media_state.exists() or media_state.stat().st_ino != made


def test_another_server_asks_for_its_login_once(base: Path, address: str) -> None:
    running.configure(endpoint=address.removeprefix("http://") + "sync")
    running.action("elsewhere").trigger()
    running.spin(running.question)
    running.answer("ok")
    _log_in("me", "secret")
    running.spin(running.anki().pm.sync_auth)
    assert running.profile()["customSyncUrl"] == address
    assert running.profile()["syncUser"] == "me"
    running.spin(decline_ankis_question)
    running.settle()
    key = running.profile()["syncKey"]
    assert settings(base)["logins"][-1] == {"address": address, "user": "me", "key": key}
    running.leave_other_server()
    assert identity(running.profile()) == ANKIWEB


def _log_in(user: str, password: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    name, secret = dialog.findChildren(QLineEdit)
    name.setText(user)
    secret.setText(password)
    dialog.accept()  # type: ignore[attr-defined]


def preferences() -> aqt.preferences.Preferences:
    running.anki().onPrefs()
    running.settle()
    dialog: aqt.preferences.Preferences = aqt.dialogs._dialogs["Preferences"][1]
    return dialog


def test_closing_preferences_unchanged_changes_nothing(base: Path, address: str) -> None:
    redirected_to(address)
    ours = identity(running.profile())
    dialog = preferences()
    assert dialog.form.custom_sync_url.text() == address
    running.action("elsewhere").trigger()
    assert running.dismiss() == "Close Anki's Preferences, then try again."
    dialog.accept()
    running.settle()
    assert identity(running.profile()) == ours
    assert identity(on_disk(base)) == ANKIWEB


def test_another_server_in_preferences_is_respected(base: Path, address: str) -> None:
    redirected_to(address)
    dialog = preferences()
    dialog.form.custom_sync_url.setText("http://mine.invalid/")
    dialog.accept()
    running.settle()
    assert "changed in Anki's Preferences" in running.dismiss()
    assert not running.action("elsewhere").isChecked()
    now = identity(running.profile())
    assert now == identity(on_disk(base))
    assert (now["customSyncUrl"], now["syncKey"]) == ("http://mine.invalid/", None)
    assert settings(base)["server"] == ""
    running.log_in_to_ankiweb_again()


def test_logging_out_in_preferences_is_respected(base: Path, address: str) -> None:
    redirected_to(address)
    dialog = preferences()
    dialog.form.syncLogout.click()
    dialog.accept()
    running.settle()
    assert running.dismiss()
    assert not running.action("elsewhere").isChecked()
    assert running.anki().pm.sync_auth() is None
    assert on_disk(base)["syncKey"] is None
    assert "customSyncUrl" not in on_disk(base)
    running.log_in_to_ankiweb_again()


def test_one_click_lets_phones_sync_there_and_again_after_switching_back(address: str) -> None:
    redirected_to(address)
    running.switch_on()
    running.switch_off()
    running.leave_other_server()
    assert running.action("toggle").isVisible()
    running.switch_on()
    assert running.action("connect").isEnabled()
