"""The dialog to add an account or change its password."""

from __future__ import annotations

from typing import Callable

from aqt.qt import QDialog, QHBoxLayout, QLineEdit, Qt, QVBoxLayout, QWidget

from ...i18n import tr
from ..parts.widgets import WrappingLabel, button
from .fields import Complaint, Field


class AccountDialog(QDialog):
    """Asks for a name and a password."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        name: str,
        password: str,
        done: Callable[[str, str], str],
    ) -> None:
        """A given `name` is not changed. `done` takes both and returns what is wrong, or ""."""
        super().__init__(parent)
        self.setObjectName("lan_sync_account_dialog")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._done = done
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        self._name = QLineEdit(name)
        self._name.setObjectName("lan_sync_account_name")
        self._name.setEnabled(not name)
        self._password = QLineEdit(password)
        self._password.setObjectName("lan_sync_account_password")
        layout.addWidget(
            Field(tr.accounts_name(), self._name, tr.accounts_name_explained())
            if not name
            else WrappingLabel(tr.accounts_change_explained(name=name))
        )
        layout.addWidget(
            Field(tr.accounts_password(), self._password, tr.accounts_password_explained())
        )
        self._wrong = Complaint("lan_sync_account_wrong")
        layout.addWidget(self._wrong)
        layout.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(tr.settings_cancel(), self.reject))
        save = button(tr.settings_save(), self._on_save, "lan_sync_account_save")
        save.setDefault(True)
        row.addWidget(save)
        layout.addLayout(row)
        self.setMinimumWidth(420)

    def _on_save(self) -> None:
        wrong = self._done(self._name.text().strip(), self._password.text())
        self._wrong.say(wrong)
        if not wrong:
            self.accept()
