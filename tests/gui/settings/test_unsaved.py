"""What was typed is saved, or asked about when the window closes; nothing else makes it go."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from aqt.qt import QComboBox, QDialog, Qt, QTabWidget
from pytestqt.qtbot import QtBot

from .. import running
from .window import account_dialog, choose_phones, choose_server, line, open_settings, press

pytestmark = pytest.mark.usefixtures("anki")


def close(dialog: QDialog) -> None:
    """Use the window's close button."""
    dialog.close()


@pytest.mark.parametrize("leave", [close, "escape"])
def test_closing_the_settings_asks_about_changes(
    leave: Callable[[QDialog], None] | str, qtbot: QtBot
) -> None:
    dialog = open_settings()

    def try_to_leave() -> None:
        if callable(leave):
            leave(dialog)
        else:
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]

    line(dialog, "setting_port").setText("5")
    try_to_leave()
    assert "not saved yet" in running.dismiss()
    assert running.settings_dialog() is dialog
    assert line(dialog, "setting_port").text() == "5"
    try_to_leave()
    box = running.message()
    assert box is not None
    running.choose(box, "Close without saving")
    running.spin(lambda: running.settings_dialog() is None)
    running.spin(lambda: running.message() is None)


@pytest.mark.parametrize("change", ["phones", "server", "address_elsewhere", "allow"])
def test_each_part_of_the_settings_is_asked_about(change: str) -> None:
    dialog = open_settings()
    if change == "phones":
        choose_phones(dialog, on=True)
    elif change == "server":
        choose_server(dialog, other=True)
    elif change == "allow":
        who = dialog.findChild(QComboBox, "lan_sync_setting_allow")
        assert who is not None
        who.setCurrentIndex((who.currentIndex() + 1) % who.count())
    else:
        line(dialog, change).setText("192.168.1.9")
    dialog.close()
    assert "not saved yet" in running.dismiss()


def test_settings_without_changes_and_cancelled_ones_close_at_once() -> None:
    open_settings().close()
    assert running.settings_dialog() is None
    dialog = open_settings()
    line(dialog, "setting_port").setText("5")
    press(dialog, "cancel")
    assert (running.settings_dialog(), running.message()) == (None, None)


def test_other_tabs_and_choices_keep_what_was_typed() -> None:
    dialog = open_settings()
    tabs = dialog.findChild(QTabWidget)
    assert tabs is not None
    typed = {
        "setting_port": "27777",
        "setting_certificate": "/there/is/none.pem",
        "setting_endpoint": "http://example.invalid/",
        "address_elsewhere": "http://127.0.0.1:9/",
        "user_elsewhere": "anna",
        "password_elsewhere": "secret",
    }
    for name, text in typed.items():
        line(dialog, name).setText(text)
    for number in (*range(tabs.count()), 0):
        tabs.setCurrentIndex(number)
        for other in (True, False):
            choose_server(dialog, other=other)
    assert {name: line(dialog, name).text() for name in typed} == typed


def test_closing_the_account_dialog_asks_about_a_name() -> None:
    dialog = open_settings()
    press(dialog, "account_add")
    form = account_dialog()
    line(form, "account_name").setText("zoe")
    form.close()
    assert "not saved yet" in running.dismiss()
    assert line(account_dialog(), "account_name").text() == "zoe"
    form.reject()
    running.settle()


def test_a_profile_that_closes_does_not_wait_for_an_answer() -> None:
    dialog = open_settings()
    line(dialog, "setting_port").setText("5")
    running.switch_profile("User 2")
    assert (running.settings_dialog(), running.message()) == (None, None)
    running.switch_profile("User 1")
