"""Whose phone is to be connected: the accounts of this computer, and one more."""

from __future__ import annotations

from typing import Callable, List, Protocol

from aqt.qt import QComboBox, QHBoxLayout, QLabel, QWidget, qconnect

from ...i18n import tr
from ..parts.widgets import button


class People(Protocol):
    """The accounts (gui/settings/opener.py), as far as this room needs them."""

    def names(self) -> List[str]:
        """Return all names. For a thread; raises a Problem."""

    def set_password(self, name: str, password: str) -> None:
        """Change a password. For a thread; raises a Problem."""

    def add_account(self, parent: QWidget, added: Callable[[str], None]) -> None:
        """Let the person add an account; `added` is called with its name."""


class WhosePhone(QWidget):
    """The list of accounts and "Add...". The list cannot be opened while there is only one."""

    def __init__(self, chosen: Callable[[str], None], add: Callable[[], None]) -> None:
        """`chosen` is called when the person picks a name."""
        super().__init__()
        self._list = QComboBox()
        self._list.setObjectName("lan_sync_whose")
        label = QLabel(tr.pairing_whose())
        label.setBuddy(self._list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self._list)
        row.addWidget(button(tr.pairing_add(), add, "lan_sync_add_person"))
        row.addStretch(1)
        qconnect(self._list.textActivated, chosen)

    def show_names(self, names: List[str], current: str) -> None:
        """Show these, the current one chosen."""
        self._list.clear()
        self._list.addItems(names)
        self._list.setCurrentText(current)
        self._list.setEnabled(len(names) > 1)
