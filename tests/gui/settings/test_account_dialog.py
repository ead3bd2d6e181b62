"""The accounts in the settings: added, changed, removed; what happens to their data is shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from aqt.qt import QDialog, QLabel, QPushButton

from addon.i18n import without_unicode_isolation

from .. import running
from ..base import settings
from .window import account_dialog, accounts, choose_account, line, open_settings, press, text_of

pytestmark = pytest.mark.usefixtures("anki")


def add(dialog: QDialog, name: str) -> str:
    """Add an account; returns what is wrong, "" if nothing is."""
    press(dialog, "account_add")
    form = account_dialog()
    line(form, "account_name").setText(name)
    press(form, "account_save")
    if running.window("account_dialog") is None:
        return ""
    wrong = text_of(form, "account_wrong")
    form.reject()
    return wrong


def test_an_invalid_name_is_explained() -> None:
    dialog = open_settings()
    assert add(dialog, "aux") == "Windows reserves the name aux for a device. Choose another one."
    rule = "A user name must have 1 to 64 letters"
    assert add(dialog, "a/b").startswith(f'"/" is not allowed there. {rule}')
    unseen = add(dialog, "a\u200cb")
    assert unseen.startswith(f"The name contains an invisible character (U+200C). {rule}")
    assert add(dialog, "हिन्दी") == ""
    assert "हिन्दी" in accounts(dialog)


def test_what_a_former_account_left_is_found_however_its_name_is_typed(base: Path) -> None:
    """macOS types letters and accents apart."""
    running.switch_on()
    folder = base / "lan_sync" / "users" / "Jos\u00e9"
    folder.mkdir(parents=True)
    dialog = open_settings()
    press(dialog, "account_add")
    form = account_dialog()
    line(form, "account_name").setText("Jose\u0301")
    press(form, "account_save")
    assert str(folder) in text_of(form, "account_wrong")
    press(form, "account_save")
    assert "Jos\u00e9" in accounts(dialog)


def remove(dialog: QDialog, name: str) -> str:
    """Remove an account, and agree; returns the question."""
    choose_account(dialog, name)
    press(dialog, "account_remove")
    box = running.message()
    assert box is not None
    asked = without_unicode_isolation(box.text())
    box.buttons()[0].click()
    running.settle()
    return asked


def test_an_account_is_added_changed_and_removed_and_its_folder_stays(base: Path) -> None:
    running.switch_on()
    dialog = open_settings()
    press(dialog, "account_add")
    form = account_dialog()
    line(form, "account_name").setText("a/b")
    press(form, "account_save")
    assert "1 to 64 letters" in text_of(form, "account_wrong")
    line(form, "account_name").setText("family")
    press(form, "account_save")
    assert "family" in accounts(dialog)
    folder = base / "lan_sync" / "users" / "family"
    folder.mkdir(parents=True)
    choose_account(dialog, "family")
    press(dialog, "account_change")
    form = account_dialog()
    line(form, "account_password").setText("")
    press(form, "account_save")
    assert "8 to 256" in text_of(form, "account_wrong")
    line(form, "account_password").setText("a new one")
    press(form, "account_save")
    choose_account(dialog, "family")
    press(dialog, "account_remove")
    box = running.message()
    assert box is not None
    assert str(folder) in without_unicode_isolation(box.text())
    box.buttons()[0].click()
    running.settle()
    assert "family" not in accounts(dialog)
    assert folder.is_dir()
    press(dialog, "account_add")
    form = account_dialog()
    line(form, "account_name").setText("family")
    press(form, "account_save")
    assert str(folder) in text_of(form, "account_wrong")
    form.reject()
    folder.rmdir()


def test_the_account_of_a_profile_that_is_on_is_not_removed(base: Path) -> None:
    running.switch_on()
    record = json.loads((base / "lan_sync" / "profiles.json").read_text(encoding="utf-8"))
    name = record["profiles"]["User 1"]["account"]
    dialog = open_settings()
    choose_account(dialog, name)
    press(dialog, "account_remove")
    assert "Switch syncing off in that profile first" in running.dismiss()
    assert name in accounts(dialog)


def test_a_name_that_is_taken_is_refused_whatever_its_capitals() -> None:
    running.switch_on()
    dialog = open_settings()
    assert add(dialog, "Friends") == ""
    assert "already an account with this name" in add(dialog, "friends")
    assert "It has no data here" in remove(dialog, "Friends")


def wrong_at_adding(dialog: QDialog, name: str, password: str) -> str:
    """Return why such an account is refused."""
    press(dialog, "account_add")
    form = account_dialog()
    line(form, "account_name").setText(name)
    line(form, "account_password").setText(password)
    press(form, "account_save")
    assert running.window("account_dialog") is form
    wrong = text_of(form, "account_wrong")
    form.reject()
    return wrong


@pytest.mark.parametrize("password", ["", "x", "1234567", " " * 12, "\t" * 12, "x" * 257])
def test_a_weak_password_is_refused(password: str) -> None:
    running.switch_on()
    dialog = open_settings()
    assert "8 to 256 characters" in wrong_at_adding(dialog, "guesswork", password)
    assert "guesswork" not in accounts(dialog)


def test_the_name_is_judged_before_data_of_former_accounts(base: Path) -> None:
    """Each account that is there has data, and the folder of all accounts is none of an account."""
    running.add_note("uploaded")
    running.switch_on()
    name = settings(base)["account"]
    assert (base / "lan_sync" / "users" / name).is_dir()
    dialog = open_settings()
    good = "long enough"
    for taken in (name, name.upper(), f" {name} "):
        assert "already an account with this name" in wrong_at_adding(dialog, taken, good)
    for bad in ("", " ", ".", "..", "a/b", "../users", "x" * 300):
        assert "1 to 64 letters" in wrong_at_adding(dialog, bad, good)
    (base / "lan_sync" / "users" / "Ren\u00e9").mkdir()
    assert "8 to 256" in wrong_at_adding(dialog, "Rene\u0301", "short")
    assert "A former account" in wrong_at_adding(dialog, "Rene\u0301", good)
    (base / "lan_sync" / "users" / "Ren\u00e9").rmdir()


def test_accounts_can_be_changed_while_the_server_is_off() -> None:
    running.switch_on()
    running.switch_off()
    dialog = open_settings()
    assert add(dialog, "guest") == ""
    assert "guest" in accounts(dialog)
    remove(dialog, "guest")
    assert "guest" not in accounts(dialog)


def test_the_sheet_shows_a_new_password(base: Path) -> None:
    running.switch_on()
    sheet = running.sheet()
    assert sheet is not None
    show = sheet.findChild(QPushButton, "lan_sync_show_password")
    assert isinstance(show, QPushButton)
    dialog = open_settings()
    choose_account(dialog, settings(base)["account"])
    press(dialog, "account_change")
    form = account_dialog()
    line(form, "account_password").setText("brand new")
    press(form, "account_save")
    dialog.reject()
    assert settings(base)["password"] == "brand new"

    def shown() -> str:
        found = sheet.findChild(QPushButton, "lan_sync_show_password")
        label = sheet.findChild(QLabel, "lan_sync_password")
        assert isinstance(found, QPushButton)
        assert isinstance(label, QLabel)
        found.setChecked(True)
        return label.text()

    running.spin(lambda: shown() == "brand new")


def test_nothing_is_half_done_when_the_disk_fails(base: Path) -> None:
    running.switch_on()
    dialog = open_settings()
    assert add(dialog, "family") == ""
    record = base / "lan_sync" / "profiles.json"
    kept = record.rename(record.with_name("elsewhere.json"))
    record.mkdir()  # can be neither read nor replaced
    try:
        choose_account(dialog, "family")
        press(dialog, "account_change")
        form = account_dialog()
        line(form, "account_password").setText("never a good one")
        press(form, "account_save")
        assert "LAN Sync cannot use" in text_of(form, "account_wrong")
        form.reject()
        choose_account(dialog, "family")
        press(dialog, "account_remove")
        assert "LAN Sync cannot use" in running.dismiss()
    finally:
        record.rmdir()
        kept.rename(record)
    assert "family" in accounts(dialog)
    remove(dialog, "family")
