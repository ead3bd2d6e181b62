"""The dialog to add an account or change its password."""

from __future__ import annotations

from typing import Callable, Optional, Tuple

from aqt.qt import QCloseEvent, QLineEdit, Qt, QWidget, qconnect

from ...i18n import tr
from ..parts.widgets import Moment, WrappingLabel, button
from ..parts.window import Window
from .fields import Complaint, Field

Answered = Callable[[str], None]
"""Hears what is wrong, "" if nothing is."""


class AccountDialog(Window):
    """Asks for a name and a password."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        name: str,
        password: str,
        done: Callable[[str, str, Answered], None],
    ) -> None:
        """A given `name` is not changed. `done` takes both, and later says what is wrong, or ""."""
        super().__init__(parent, "lan_sync_account_dialog", title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._done = done
        self._is_over = self._is_saving = False
        qconnect(self.finished, self._over)
        layout = self.body
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
        self._moment = Moment("lan_sync_account_moment")
        layout.addWidget(self._moment)
        layout.addStretch(1)
        row = self.footer
        row.addStretch(1)
        row.addWidget(button(tr.settings_cancel(), self.reject))
        self._save = button(tr.settings_save(), self._on_save, "lan_sync_account_save")
        self._save.setDefault(True)
        row.addWidget(self._save)
        self._shown = self._typed()
        self.body.addStrut(370)

    def is_unsaved(self) -> bool:
        """Return whether a name or a password was typed."""
        return self._typed() != self._shown

    def closeEvent(self, event: Optional[QCloseEvent]) -> None:
        """Wait while it is being saved, which closes the dialog or says what is wrong."""
        if event is not None and self.isVisible() and self._is_saving:
            event.ignore()
        else:
            super().closeEvent(event)

    def _typed(self) -> Tuple[str, str]:
        return self._name.text().strip(), self._password.text()

    def _on_save(self) -> None:
        self._wait(True)
        self._done(*self._typed(), self._answered)

    def _answered(self, wrong: str) -> None:
        if self._is_over:  # Qt has deleted the widgets, or is about to
            return
        self._wait(False)
        self._wrong.say(wrong)
        if not wrong:
            self.accept()

    def _over(self, _result: int) -> None:
        self._is_over = True

    def _wait(self, waits: bool) -> None:
        self._is_saving = waits
        self._save.setEnabled(not waits)
        for line in (self._name, self._password):
            line.setReadOnly(waits)
        if waits:
            self._moment.begin()
        else:
            self._moment.end()
