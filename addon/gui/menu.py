"""Tools > LAN Sync."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aqt.qt import QAction, QMenu, qconnect

from ..i18n import tr
from ..redirect.profile_sync import ProfileSync
from ..settings import Mode
from .switching import Switching

if TYPE_CHECKING:
    from aqt.main import AnkiQt


class Menu:
    """The submenu; `refresh` makes it show what is true."""

    def __init__(self, mw: AnkiQt, profile_sync: ProfileSync, switching: Switching) -> None:
        self._sync = profile_sync
        self._switching = switching
        menu = self._menu = QMenu(tr.menu_title(), mw)
        menu.setObjectName("lan_sync_menu")
        self._toggle = QAction(tr.menu_toggle(), mw)
        self._toggle.setObjectName("lan_sync_toggle")
        self._toggle.setCheckable(True)
        qconnect(self._toggle.triggered, self._on_toggle)
        self._connect = QAction(tr.menu_connect(), mw)
        self._connect.setObjectName("lan_sync_connect")
        qconnect(self._connect.triggered, switching.connect_phone)
        self._try_again = QAction(tr.menu_try_again(), mw)
        self._try_again.setObjectName("lan_sync_try_again")
        qconnect(self._try_again.triggered, switching.turn_on)
        for action in (self._toggle, self._connect, self._try_again):
            menu.addAction(action)
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
        self._try_again.setVisible(status.wanted and status.problem is not None)
        elsewhere = status.target.mode is Mode.ANOTHER_SERVER
        self._toggle.setText(
            tr.menu_toggle_elsewhere(address=status.target.address)
            if elsewhere
            else tr.menu_toggle()
        )

    def _on_toggle(self, wanted: bool) -> None:
        if wanted:
            self._switching.turn_on()
        else:
            self._switching.turn_off()
        # Qt has moved the tick already; it follows when the switch has happened
        self.refresh()
