"""Tools > LAN Sync."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from aqt.qt import QAction, QMenu, qconnect

from .. import host
from ..errors import Problem
from ..i18n import tr
from ..redirect.profile_sync import ProfileSync
from ..redirect.settings import Mode, Target
from .switching.switching import Switching
from .switching.turning_on import TurningOn
from .windows import Windows

if TYPE_CHECKING:
    from aqt.main import AnkiQt


class Menu:
    """The submenu; `refresh` makes it show what is true."""

    def __init__(
        self,
        mw: AnkiQt,
        profile_sync: ProfileSync,
        switching: Switching,
        turning_on: TurningOn,
        windows: Windows,
        open_settings: Callable[[], None],
    ) -> None:
        self._mw = mw
        self._sync = profile_sync
        self._switching = switching
        self._turning_on = turning_on
        menu = self._menu = QMenu(tr.menu_title(), mw)
        menu.setObjectName("lan_sync_menu")
        self._toggle = self._add("toggle", tr.menu_toggle(), self._on_toggle)
        self._toggle.setCheckable(True)
        self._try_again = self._add("try_again", tr.menu_try_again(), switching.turn_on)
        menu.addSeparator()
        self._connect = self._add("connect", tr.menu_connect(), windows.connect_phone)
        self._devices = self._add("devices", tr.menu_devices(), windows.devices)
        self._add("settings", tr.menu_settings(), open_settings)
        mw.form.menuTools.addMenu(menu)
        qconnect(menu.aboutToShow, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show whether the open profile syncs with us, and what can be done."""
        status = self._sync.status
        shown = self._menu.menuAction()
        if shown is not None:
            shown.setVisible(not self._switching.gone)
        self._toggle.setChecked(status.wanted)
        self._connect.setEnabled(self._sync.server is not None)
        self._devices.setEnabled(self._sync.server is not None)
        self._try_again.setVisible(status.wanted and status.problem is not None)
        self._toggle.setText(self._toggle_text())

    def _toggle_text(self) -> str:
        target = self._target()
        if target.mode is Mode.ANOTHER_SERVER:
            return tr.menu_toggle_elsewhere(address=target.address)
        if host.can_serve():
            return tr.menu_toggle()
        return tr.menu_toggle_too_old(version=host.SERVES_SINCE)

    def _target(self) -> Target:
        """Where the profile syncs, or would sync if it were switched on."""
        if self._sync.status.wanted or self._mw.col is None:
            return self._sync.status.target
        try:
            return self._sync.next_target()
        except Problem:  # switching on will tell
            return self._sync.status.target

    def _add(self, name: str, text: str, chosen: Callable[[], None]) -> QAction:
        action = QAction(text, self._mw)
        action.setObjectName(f"lan_sync_{name}")
        qconnect(action.triggered, lambda _checked=False: chosen())
        self._menu.addAction(action)
        return action

    def _on_toggle(self) -> None:
        # Qt has moved the tick already
        if self._toggle.isChecked():
            self._turning_on.to(self._target())
        else:
            self._switching.turn_off()
        # it follows when the switch has happened
        self.refresh()
