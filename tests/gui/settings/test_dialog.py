"""The settings: each tab filled, saved and opened again; wrong values refused with a sentence."""

from __future__ import annotations

import re

import pytest
from aqt.qt import QComboBox, QLabel, QMenu, QRadioButton, Qt, QTreeWidget
from pytestqt.qtbot import QtBot

from addon.i18n import without_unicode_isolation
from tests.ports import free_port

from .. import running
from .window import choose_phones, choose_server, line, open_settings, press, text_of

pytestmark = pytest.mark.usefixtures("anki")


def test_each_key_of_the_configuration_has_a_field() -> None:
    dialog = open_settings()
    config = running.config()
    assert config.pop("listen") == ""  # only as text
    assert config.pop("allow") == "this-computer"
    assert config.pop("sign_out_after") == 0
    days = dialog.findChild(QComboBox, "lan_sync_setting_sign_out_after")
    assert days is not None
    offered = [without_unicode_isolation(days.itemText(each)) for each in range(days.count())]
    assert offered == ["Never", "For 30 days", "For 90 days", "For 365 days"]
    allow = dialog.findChild(QComboBox, "lan_sync_setting_allow")
    assert allow is not None
    assert allow.currentText() == "This computer only"
    shown = {key: line(dialog, f"setting_{key}").text() for key in config}
    assert shown == {key: str(value) for key, value in config.items()}


def test_saved_settings_are_shown_again_and_nothing_else_is_lost() -> None:
    config = running.config()
    running.configure(**{"of somebody else": 1})
    dialog = open_settings()
    port = free_port()
    line(dialog, "setting_port").setText(str(port))
    line(dialog, "setting_endpoint").setText("example.invalid:27701/sync")
    press(dialog, "save")
    assert running.settings_dialog() is None
    assert running.config() == {
        **config,
        "port": port,
        "endpoint": "http://example.invalid:27701/",
        "of somebody else": 1,
    }
    dialog = open_settings()
    assert line(dialog, "setting_port").text() == str(port)
    assert line(dialog, "setting_endpoint").text() == "http://example.invalid:27701/"


def test_the_menu_offers_the_other_server_that_is_known() -> None:
    menu = running.anki().findChild(QMenu, "lan_sync_menu")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert running.words(running.action("toggle").text()) == "Sync phones with this computer"
    assert not running.action("elsewhere").isVisible()
    dialog = open_settings()
    line(dialog, "setting_endpoint").setText("http://example.invalid:27701/")
    press(dialog, "save")
    menu.aboutToShow.emit()
    text = without_unicode_isolation(running.words(running.action("elsewhere").text()))
    assert text == "Sync this profile with http://example.invalid:27701/"
    assert running.words(running.action("toggle").text()) == "Sync phones with this computer"
    running.configure(endpoint="")
    menu.aboutToShow.emit()
    assert not running.action("elsewhere").isVisible()


def test_phones_are_switched_on_and_off_here_too() -> None:
    dialog = open_settings()
    choose_phones(dialog, on=True)
    press(dialog, "save")
    assert running.action("toggle").isChecked()
    dialog = open_settings()
    choose_phones(dialog, on=False)
    press(dialog, "save")
    assert not running.action("toggle").isChecked()


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("port", "70000", "The port must be a whole number from 1 to 65535"),
        ("port", "many", "The port must be a whole number from 1 to 65535"),
        ("endpoint", "ftp://x/", "is not the address of a server"),
    ],
)
def test_a_wrong_value_is_refused_with_a_reason(key: str, typed: str, sentence: str) -> None:
    config = running.config()
    dialog = open_settings()
    line(dialog, f"setting_{key}").setText(typed)
    press(dialog, "save")
    assert running.settings_dialog() is dialog
    assert sentence in text_of(dialog, f"setting_{key}_wrong")
    assert running.config() == config


def test_a_wrong_value_in_the_file_is_reported_and_corrected() -> None:
    config = running.config()
    running.configure(port="many")
    dialog = open_settings()
    assert 'The setting "port" cannot be many' in text_of(dialog, "setting_port_wrong")
    press(dialog, "save")
    assert running.config() == {**config, "port": 27701}


def test_reset_fills_in_the_defaults_and_waits_for_save() -> None:
    config = running.config()
    dialog = open_settings()
    line(dialog, "setting_endpoint").setText("http://example.invalid/")
    line(dialog, "setting_backup_count").setText("30")
    press(dialog, "reset")
    assert line(dialog, "setting_port").text() == "27701"
    assert line(dialog, "setting_endpoint").text() == ""
    assert line(dialog, "setting_backup_count").text() == "30", "that is on another tab"
    press(dialog, "cancel")
    assert running.config() == config


def test_who_can_connect_is_chosen_in_plain_words() -> None:
    config = running.config()
    dialog = open_settings()
    allow = dialog.findChild(QComboBox, "lan_sync_setting_allow")
    assert allow is not None
    texts = [allow.itemText(number) for number in range(allow.count())]
    assert texts == ["Anyone on my network", "This computer only", "Everyone"]
    assert allow.currentText() == "This computer only"  # as the tests set it
    allow.setCurrentText("Everyone")
    press(dialog, "save")
    assert running.config() == {**config, "allow": "everyone"}


def test_a_click_on_a_choices_text_chooses_it(qtbot: QtBot) -> None:
    dialog = open_settings()
    off = dialog.findChild(QRadioButton, "lan_sync_server_own")
    here = dialog.findChild(QRadioButton, "lan_sync_server_other")
    assert isinstance(off, QRadioButton)
    assert isinstance(here, QRadioButton)
    words = dialog.findChild(QLabel, "lan_sync_server_other_words")
    assert isinstance(words, QLabel)
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]
    assert (off.isChecked(), here.isChecked()) == (False, True)


def test_another_server_needs_an_address() -> None:
    dialog = open_settings()
    choose_server(dialog, other=True)
    line(dialog, "address_elsewhere").setText("two words")
    press(dialog, "save")
    assert "is not the address of a server" in text_of(dialog, "address_elsewhere_wrong")
    assert not running.action("elsewhere").isChecked()


def test_a_backup_is_made_now_and_listed() -> None:
    running.add_note("worth a backup")
    running.switch_on()
    dialog = open_settings()
    backups = dialog.findChild(QTreeWidget, "lan_sync_backups")
    assert isinstance(backups, QTreeWidget)
    before = backups.topLevelItemCount()
    running.spin(lambda: before > 0 or text_of(dialog, "backup_result") == "No backups yet.")
    press(dialog, "back_up_now")
    running.spin(lambda: backups.topLevelItemCount() > before)
    said = text_of(dialog, "backup_result")
    assert re.fullmatch(r"Backed up as manual-[-.\d]+\.colpkg\.", said), "Anki imports nothing else"
    newest = backups.topLevelItem(0)
    assert newest is not None
    assert newest.text(1) == "Made by you"


def test_the_disk_space_used_is_shown() -> None:
    running.switch_on()
    dialog = open_settings()
    running.spin(lambda: "on disk: collections " in text_of(dialog, "sizes"))
    open_settings().reject()  # while it is added up again, perhaps
    running.settle()


def test_the_text_editor_waits_for_unsaved_changes() -> None:
    dialog = open_settings()
    line(dialog, "setting_port").setText("5")
    press(dialog, "as_text")
    assert "Save or cancel them first" in running.dismiss()
    assert running.settings_dialog() is dialog
