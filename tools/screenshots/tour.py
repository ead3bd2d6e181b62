"""Opens every window of the add-on in a running Anki, one after the other."""

from __future__ import annotations

from collections.abc import Callable

from aqt.qt import QApplication, QMenu, QPoint, QPushButton, QTabWidget, QWidget

from ..demo import desktop


class Tour:
    """Hands each window, and each tab of it, to `see` with a name, once it has come to rest.

    The add-on is switched on and this computer is the server.
    """

    def __init__(self, see: Callable[[QWidget, str], object]) -> None:
        self._see = see

    def phone_sheet(self) -> None:
        """What to type on a phone, one tab for each kind of device."""
        desktop.action("lan_sync_connect").trigger()
        sheet = window("lan_sync_phone_sheet")
        self._see_tabs(sheet, "connect")
        sheet.close()

    def check_window(self) -> None:
        """The self-test, once it has ended."""
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
        """The devices, and what happened."""
        desktop.action("lan_sync_devices").trigger()
        devices = window("lan_sync_devices_window")
        self._see_tabs(devices, "devices")
        devices.close()

    def settings(self) -> None:
        """All tabs of the settings."""
        desktop.action("lan_sync_settings").trigger()
        dialog = window("lan_sync_settings_dialog")
        self._see_tabs(dialog, "settings")
        dialog.close()

    def main_window(self) -> None:
        """The deck list with the dot, and the menu."""
        menu = desktop.main_window().findChild(QMenu, "lan_sync_menu")
        assert menu is not None
        self._see_at_rest(desktop.main_window(), "main")
        menu.popup(desktop.main_window().mapToGlobal(QPoint(40, 40)))
        self._see_at_rest(menu, "menu")
        menu.close()

    def take(self, only: str = "") -> None:
        """All windows, or the one called `only`."""
        for name in ("phone_sheet", "check_window", "devices", "settings", "main_window"):
            if not only or only == name:
                getattr(self, name)()

    def _see_tabs(self, shown: QWidget, name: str) -> None:
        tabs = shown.findChild(QTabWidget)
        assert tabs is not None
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            self._see_at_rest(shown, f"{name}-{number + 1}")

    def _see_at_rest(self, shown: QWidget, name: str) -> None:
        desktop.settle()
        self._see(shown, name)


def window(name: str) -> QWidget:
    """The window of this object name, once it is shown."""

    def find() -> QWidget | None:
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and widget.objectName() == name:
                return widget
        return None

    found = desktop.wait(find, f"{name} opens")
    assert found is not None
    return found


def press(shown: QWidget, name: str) -> None:
    """Click the button of this object name."""
    button = shown.findChild(QPushButton, name)
    assert button is not None
    button.click()
