"""`python -m tools.screenshots.inside ...`: one start of Anki, whose windows are painted."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from aqt.qt import QApplication, QMenu, QPoint, QPushButton, QTabWidget, QTimer, QWidget
from aqt.theme import Theme

from ..demo import desktop


class Pictures:
    """Opens each window and saves what it looks like."""

    def __init__(self, folder: Path, name: str, base: Path) -> None:
        self._folder = folder
        self._name = name
        self._base = base

    def phone_sheet(self) -> None:
        """With addresses as at home, one picture for each tab."""
        desktop.action("lan_sync_connect").trigger()
        sheet = _window("lan_sync_phone_sheet")
        tabs = sheet.findChild(QTabWidget)
        assert tabs is not None
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            self._save(sheet, f"connect-{number + 1}")
        sheet.close()

    def check_window(self) -> None:
        """The self-test, once it has ended."""
        desktop.action("lan_sync_connect").trigger()
        sheet = _window("lan_sync_phone_sheet")
        _press(sheet, "lan_sync_check")
        window = _window("lan_sync_check_window")
        again = window.findChild(QPushButton, "lan_sync_check_again")
        assert again is not None
        desktop.wait(again.isEnabled, "the self-test ends")
        self._save(window, "check")
        sheet.close()

    def devices(self) -> None:
        """Both tabs."""
        desktop.action("lan_sync_devices").trigger()
        window = _window("lan_sync_devices_window")
        tabs = window.findChild(QTabWidget)
        assert tabs is not None
        self._save(window, "devices")
        tabs.setCurrentIndex(1)
        self._save(window, "activity")
        window.close()

    def main_window(self) -> None:
        """The deck list with the dot, and the menu."""
        menu = desktop.main_window().findChild(QMenu, "lan_sync_menu")
        assert menu is not None
        self._save(desktop.main_window(), "main")
        menu.popup(desktop.main_window().mapToGlobal(QPoint(40, 40)))
        self._save(menu, "menu")
        menu.close()

    def take(self, only: str) -> None:
        """All windows, or the one called `only`."""
        for name in ("phone_sheet", "check_window", "devices", "main_window"):
            if not only or only == name:
                getattr(self, name)()

    def _save(self, window: QWidget, what: str) -> None:
        desktop.settle()
        path = self._folder / f"{what}-{self._name}.png"
        if not window.grab().save(str(path)):
            raise SystemExit(f"cannot write {path}")


def _window(name: str) -> QWidget:
    def find() -> QWidget | None:
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and widget.objectName() == name:
                return widget
        return None

    found = desktop.wait(find, f"{name} opens")
    assert found is not None
    return found


def _press(window: QWidget, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None
    button.click()


def _pretend_to_be_at_home() -> None:
    """Show addresses as a person would see them: the server here listens on loopback only."""
    pairing: Any = import_module(f"{desktop.PACKAGE}.gui.pairing")
    real = pairing.what_to_type

    def example(*arguments: object) -> object:
        found = real(*arguments)
        hosts = ("192.168.1.20", "living-room.local", "10.8.0.2")
        return pairing.WhatToType(
            tuple(f"http://{host}:27701/" for host in hosts), found.user, found.password
        )

    pairing.what_to_type = example


def main(base: str, folder: str, name: str, language: str, theme: str, only: str) -> int:
    """Start Anki, switch on, let the second client sync, paint, quit."""
    app = desktop.start_anki(base, language)
    mw = desktop.main_window()
    mw.set_theme(Theme.DARK if theme == "dark" else Theme.LIGHT)
    desktop.action("lan_sync_toggle").trigger()
    sheet = _window("lan_sync_phone_sheet")
    desktop.settle()
    desktop.phone(Path(base) / "phone", desktop.read(sheet))
    sheet.close()
    _pretend_to_be_at_home()
    Pictures(Path(folder), name, Path(base)).take(only)
    QTimer.singleShot(0, mw.unloadProfileAndExit)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
