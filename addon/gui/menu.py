"""Tools > LAN Sync."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, NamedTuple

from aqt.qt import QAction, QMenu, qconnect

from .. import host
from ..errors import Problem
from ..i18n import tr
from ..phones.phones import Phones
from ..redirect.redirect import Redirect
from .parts.mnemonics import give_mnemonics_to_menu
from .switching.phones_switch import PhonesSwitch
from .switching.server_switch import ServerSwitch
from .windows import Windows

if TYPE_CHECKING:
    from aqt.main import AnkiQt


class MenuActions(NamedTuple):
    """What the menu's entries do."""

    phones: PhonesSwitch
    server: ServerSwitch
    windows: Windows
    open_settings: Callable[[], None]


class Menu:
    """The submenu; `refresh` brings it up to date."""

    def __init__(
        self,
        mw: AnkiQt,
        phones: Phones,
        redirect: Redirect,
        actions: MenuActions,
        uninstalled: Callable[[], bool],
    ) -> None:
        """`uninstalled` returns whether the add-on was deleted while Anki runs."""
        self._mw = mw
        self._phones = phones
        self._redirect = redirect
        self._actions = actions
        self._uninstalled = uninstalled
        menu = self._menu = QMenu(tr.menu_title(), mw)
        menu.setObjectName("lan_sync_menu")
        self._toggle = self._add("toggle", _toggle_text(), self._on_toggle)
        self._toggle.setCheckable(True)
        self._try_again = self._add("try_again", tr.menu_try_again(), actions.phones.turn_on)
        self._elsewhere = self._add("elsewhere", "", self._on_elsewhere)
        self._elsewhere.setCheckable(True)
        menu.addSeparator()
        self._connect = self._add("connect", tr.menu_connect(), actions.windows.connect_phone)
        self._devices = self._add("devices", tr.menu_devices(), actions.windows.devices)
        self._add("settings", tr.menu_settings(), actions.open_settings)
        mw.form.menuTools.addMenu(menu)
        qconnect(menu.aboutToShow, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is switched on for the open profile, and what can be done."""
        phones = self._phones.status
        shown = self._menu.menuAction()
        if shown is not None:
            shown.setVisible(not self._uninstalled())
        self._toggle.setChecked(phones.wanted)
        self._try_again.setVisible(phones.wanted and phones.problem is not None)
        server = self._server()
        self._elsewhere.setVisible(bool(server))
        self._elsewhere.setText(tr.menu_elsewhere(address=server))
        self._elsewhere.setChecked(bool(self._redirect.status.server))
        self._connect.setEnabled(self._phones.server is not None)
        self._devices.setEnabled(self._phones.server is not None)
        give_mnemonics_to_menu(self._menu)

    def _server(self) -> str:
        """Return the other server that the profile syncs with, or could with a click."""
        if self._redirect.status.server or self._mw.col is None:
            return self._redirect.status.server
        try:
            return self._redirect.next_server()
        except Problem:  # reported when something is chosen
            return ""

    def _add(self, name: str, text: str, chosen: Callable[[], None]) -> QAction:
        action = QAction(text, self._mw)
        action.setObjectName(f"lan_sync_{name}")
        qconnect(action.triggered, lambda _checked=False: chosen())
        self._menu.addAction(action)
        return action

    # When these are called, Qt has already changed the tick; `refresh` shows the real state again

    def _on_toggle(self) -> None:
        if self._toggle.isChecked():
            self._actions.phones.turn_on()
        else:
            self._actions.phones.turn_off()
        self.refresh()

    def _on_elsewhere(self) -> None:
        if self._elsewhere.isChecked():
            self._actions.server.test_and_switch_to(self._server())
        else:
            self._actions.server.switch_to("")
        self.refresh()


def _toggle_text() -> str:
    if host.can_serve():
        return tr.menu_toggle()
    return tr.menu_toggle_too_old(version=host.SERVES_SINCE)
