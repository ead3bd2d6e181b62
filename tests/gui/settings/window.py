"""The settings as a person uses them: found by name, filled, pressed."""

from __future__ import annotations

from aqt.qt import (
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QWidget,
)

from addon.i18n import without_unicode_isolation

from .. import running


def open_settings() -> QDialog:
    running.click("settings")
    dialog = running.settings_dialog()
    assert dialog is not None
    return dialog


def line(dialog: QDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, f"lan_sync_{name}")
    assert isinstance(found, QLineEdit)
    return found


def text_of(dialog: QWidget, name: str) -> str:
    found = dialog.findChild(QLabel, f"lan_sync_{name}")
    assert isinstance(found, QLabel)
    return without_unicode_isolation(found.text())


def button(shown: QWidget, name: str) -> QPushButton:
    found = shown.findChild(QPushButton, f"lan_sync_{name}")
    assert isinstance(found, QPushButton)
    return found


def press(shown: QWidget, name: str) -> None:
    button(shown, name).click()
    running.settle()


def account_dialog() -> QDialog:
    found = running.window("account_dialog")
    assert isinstance(found, QDialog)
    return found


def accounts(dialog: QDialog) -> list[str]:
    found = dialog.findChild(QListWidget, "lan_sync_accounts")
    assert isinstance(found, QListWidget)
    items = [found.item(row) for row in range(found.count())]
    return [item.text() for item in items if item is not None]


def choose_account(dialog: QDialog, name: str) -> None:
    found = dialog.findChild(QListWidget, "lan_sync_accounts")
    assert isinstance(found, QListWidget)
    found.setCurrentRow(accounts(dialog).index(name))


def choose_server(dialog: QDialog, other: bool) -> None:
    """Where the profile syncs: with another server, or as without us."""
    radio = dialog.findChild(QRadioButton, f"lan_sync_server_{'other' if other else 'own'}")
    assert isinstance(radio, QRadioButton)
    radio.setChecked(True)


def choose_phones(dialog: QDialog, on: bool) -> None:
    """Whether phones sync with this computer."""
    box = dialog.findChild(QCheckBox, "lan_sync_phones")
    assert isinstance(box, QCheckBox)
    box.setChecked(on)


def fill_in(dialog: QDialog, address: str, user: str = "", password: str = "") -> None:
    """Type on the tab "Another server"."""
    for name, text in (("address", address), ("user", user), ("password", password)):
        line(dialog, f"{name}_elsewhere").setText(text)


def is_asking() -> bool:
    """Return whether the settings wait for another server."""
    dialog = running.settings_dialog()
    stop = None if dialog is None else dialog.findChild(QPushButton, "lan_sync_test_stop")
    return stop is not None and not stop.isHidden()


def ask(dialog: QDialog, name: str) -> str:
    """Press a button that asks another server; returns the result that is shown."""
    press(dialog, name)
    running.spin(lambda: not is_asking())
    running.settle()
    return text_of(dialog, "test_result") if running.settings_dialog() is dialog else ""
