"""Opens every window of the add-on in a running Anki, one after the other."""

from __future__ import annotations

import socket
from collections.abc import Callable
from importlib import import_module
from typing import Any

from aqt.qt import (
    QApplication,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPoint,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QTreeWidget,
    QWidget,
)

from ..demo import desktop


class Tour:
    """Passes each window, and each of its tabs, to `see` with a name.

    The add-on must be switched on.
    """

    def __init__(self, see: Callable[[QWidget, str], object]) -> None:
        self._see = see

    def phone_sheet(self) -> None:
        """Show what to type on a phone, one tab for each kind of device."""
        desktop.action("lan_sync_connect").trigger()
        sheet = window("lan_sync_phone_sheet")
        self._see_tabs(sheet, "connect")
        sheet.close()

    def check_window(self) -> None:
        """Show the self-test, once it has ended."""
        desktop.action("lan_sync_connect").trigger()
        sheet = window("lan_sync_phone_sheet")
        press(sheet, "lan_sync_check")
        check = window("lan_sync_check_window")
        again = check.findChild(QPushButton, "lan_sync_check_again")
        assert again is not None
        desktop.wait(again.isVisible, "the self-test ends")
        self._see_at_rest(check, "check")
        sheet.close()

    def devices(self) -> None:
        """Show the devices, and what happened."""
        desktop.action("lan_sync_devices").trigger()
        devices = window("lan_sync_devices_window")
        self._see_tabs(devices, "devices")
        devices.close()

    def settings(self) -> None:
        """Show all tabs of the settings."""
        desktop.action("lan_sync_settings").trigger()
        dialog = window("lan_sync_settings_dialog")
        self._see_tabs(dialog, "settings")
        dialog.close()

    def restoring(self) -> None:
        """Show backups, the question before one is restored, deleted media, and the check."""
        desktop.action("lan_sync_settings").trigger()
        dialog = window("lan_sync_settings_dialog")
        now = dialog.findChild(QPushButton, "lan_sync_back_up_now")
        assert now is not None
        desktop.wait(now.isEnabled, "the backups are listed")
        press(dialog, "lan_sync_back_up_now")
        backups = dialog.findChild(QTreeWidget, "lan_sync_backups")
        assert backups is not None
        desktop.wait(lambda: backups.topLevelItem(0), "there is a backup")
        backups.setCurrentItem(backups.topLevelItem(0))
        tabs = dialog.findChild(QTabWidget)
        assert tabs is not None
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            if backups.isVisible():
                break
        self._see_at_rest(dialog, "backups")
        press(dialog, "lan_sync_restore")
        self._see_switch("restoring", "cancel")
        press(dialog, "lan_sync_deleted_media")
        trash = window("lan_sync_trash_window")
        self._see_at_rest(trash, "trash")
        trash.close()
        press(dialog, "lan_sync_check_data")
        self._see_message("repairs")
        dialog.close()

    def connection_test(self) -> None:
        """Show the test of another server, while it asks and afterwards."""
        dialog = self._settings_on("another_server")
        ours = own_address()
        with socket.create_server(("127.0.0.1", 0)) as silent:
            _type(dialog, address_elsewhere=f"http://127.0.0.1:{silent.getsockname()[1]}/")
            press(dialog, "lan_sync_test")
            self._see_at_rest(dialog, "test-connecting")
            press(dialog, "lan_sync_test_stop")
        for name, address, user in (
            ("answers", ours, ""),
            ("wrong-login", ours, "ada"),
            ("refused", "http://127.0.0.1:9/", "ada"),
        ):
            _type(dialog, address_elsewhere=address, user_elsewhere=user, password_elsewhere=user)
            press(dialog, "lan_sync_test")
            _wait_for_answer(dialog)
            self._see_at_rest(dialog, f"test-{name}")
        press(dialog, "lan_sync_save")
        _wait_for_answer(dialog)
        self._see_at_rest(dialog, "save-again")
        press(dialog, "lan_sync_cancel")

    def wrong_values(self) -> None:
        """Show invalid settings, and the message that they are not saved yet."""
        dialog = self._settings_on("this_computer")
        _type(dialog, setting_port="70000", setting_endpoint="ftp://x/")
        press(dialog, "lan_sync_save")
        self._see_tabs(dialog, "wrong")
        press(dialog, "lan_sync_as_text")
        self._see_message("message-save-first")
        dialog.close()
        self._see_message("message-unsaved", accept=True)

    def accounts(self) -> None:
        """Show the account dialogs, with valid and invalid input."""
        dialog = self._settings_on("this_computer")
        press(dialog, "lan_sync_account_add")
        form = window("lan_sync_account_dialog")
        self._see_at_rest(form, "account-add")
        _type(form, account_name="a/b")
        press(form, "lan_sync_account_save")
        self._see_at_rest(form, "account-bad-name")
        _type(form, account_name="zoe")
        press(form, "lan_sync_account_save")
        found = dialog.findChild(QListWidget, "lan_sync_accounts")
        assert found is not None
        found.setCurrentRow(0)
        press(dialog, "lan_sync_account_change")
        form = window("lan_sync_account_dialog")
        self._see_at_rest(form, "account-change")
        form.close()
        press(dialog, "lan_sync_account_remove")
        self._see_message("account-in-use")
        found.setCurrentRow(found.count() - 1)
        press(dialog, "lan_sync_account_remove")
        self._see_message("account-remove", accept=True)
        dialog.close()

    def revoking(self) -> None:
        """Show the question before a device is removed, if there is a device."""
        desktop.action("lan_sync_devices").trigger()
        devices = window("lan_sync_devices_window")
        desktop.settle()
        table = devices.findChild(QTreeWidget, "lan_sync_devices")
        revoke = devices.findChild(QPushButton, "lan_sync_remove_device")
        assert table is not None
        assert revoke is not None
        for row in range(table.topLevelItemCount()):
            table.setCurrentItem(table.topLevelItem(row))
            if revoke.isEnabled():
                revoke.click()
                self._see_message("revoke")
                break
        devices.close()

    def switching(self) -> None:
        """Show the question before a switch to another server."""
        dialog = self._settings_on("another_server")
        _type(dialog, address_elsewhere=own_address())
        press(dialog, "lan_sync_save")
        self._see_switch("switch-elsewhere", "cancel")

    def questions(self) -> None:
        """Show the questions that only a person can decide."""
        bridge: Any = import_module(f"{desktop.PACKAGE}.bridge")
        questions: Any = import_module(f"{desktop.PACKAGE}.gui.bridge.questions")
        totals: Any = import_module(f"{desktop.PACKAGE}.store.totals")
        collection, store = totals.Totals(1834, 1702, 40211), totals.Totals(1790, 1660, 39127)
        for kind in bridge.QuestionKind:
            question = bridge.Question(kind, collection, store, 44, 12, 37)
            questions.show_question(
                desktop.main_window(), question, lambda _answer: None, lambda: None
            )
            self._see_switch(f"question-{kind.name.lower()}", "cancel")

    def main_window(self) -> None:
        """Show the deck list with the dot, and the menu."""
        menu = desktop.main_window().findChild(QMenu, "lan_sync_menu")
        assert menu is not None
        self._see_at_rest(desktop.main_window(), "main")
        menu.popup(desktop.main_window().mapToGlobal(QPoint(40, 40)))
        self._see_at_rest(menu, "menu")
        menu.close()

    def take(self, only: str = "") -> None:
        """Show all windows, or the one called `only`."""
        for name in (
            *("phone_sheet", "check_window", "devices", "revoking", "settings", "wrong_values"),
            *("restoring", "connection_test", "accounts", "switching", "questions"),
            "main_window",
        ):
            if not only or only == name:
                getattr(self, name)()

    def _settings_on(self, tab: str) -> QWidget:
        desktop.action("lan_sync_settings").trigger()
        dialog = window("lan_sync_settings_dialog")
        tabs = dialog.findChild(QTabWidget)
        choice = dialog.findChild(QRadioButton, "lan_sync_server_other")
        assert tabs is not None
        assert choice is not None
        choice.setChecked(tab == "another_server")
        tabs.setCurrentIndex(("this_computer", "another_server").index(tab))
        return dialog

    def _see_message(self, name: str, accept: bool = False) -> None:
        box = window("lan_sync_message")
        assert isinstance(box, QMessageBox)
        self._see_at_rest(box, name)
        box.buttons()[0 if accept else -1].click()
        desktop.settle()

    def _see_switch(self, name: str, answer: str) -> None:
        question = window("lan_sync_switch")
        self._see_at_rest(question, name)
        press(question, f"lan_sync_switch_{answer}")
        desktop.settle()

    def _see_tabs(self, shown: QWidget, name: str) -> None:
        tabs = shown.findChild(QTabWidget)
        assert tabs is not None
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            self._see_at_rest(shown, f"{name}-{number + 1}")

    def _see_at_rest(self, shown: QWidget, name: str) -> None:
        desktop.settle()
        self._see(shown, name)


def _type(shown: QWidget, **texts: str) -> None:
    """Fill in the fields with these names."""
    for name, text in texts.items():
        line = shown.findChild(QLineEdit, f"lan_sync_{name}")
        assert line is not None
        line.setText(text)


def _wait_for_answer(dialog: QWidget) -> None:
    stop = dialog.findChild(QPushButton, "lan_sync_test_stop")
    assert stop is not None
    desktop.wait(stop.isHidden, "the other server answers or not")


def own_address() -> str:
    """Return where phones reach the server in this Anki."""
    config = desktop.main_window().addonManager.getConfig(desktop.PACKAGE) or {}
    return f"http://127.0.0.1:{config['port']}/"


def _find(name: str) -> QWidget | None:
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and widget.objectName() == name:
            return widget
    return None


def window(name: str) -> QWidget:
    """Return the window of this object name, once it is shown."""
    found = desktop.wait(lambda: _find(name), f"{name} opens")
    assert found is not None
    return found


def press(shown: QWidget, name: str) -> None:
    """Click the button of this object name."""
    button = shown.findChild(QPushButton, name)
    assert button is not None
    button.click()
    desktop.settle()
