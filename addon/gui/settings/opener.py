"""Open the settings, from the menu or from "Config" in Anki's list of add-ons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, List, Optional

from aqt.qt import QWidget, qconnect

from ..parts.background import Background, WindowsWork
from .context import Context

if TYPE_CHECKING:
    from .dialog import SettingsDialog


class SettingsOpener:
    """Opens the dialog, at most once at a time."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._dialog: Optional[SettingsDialog] = None

    def open(self) -> None:
        """Show the dialog, or bring it to the front."""
        # imported only here: nothing else uses these widgets
        from .dialog import SettingsDialog

        if self._dialog is None:
            if self._context.mw.col is None:  # no profile is open: whose settings would it be
                return
            self._dialog = SettingsDialog(self._context)
            qconnect(self._dialog.finished, self._forget)
            self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def add_account(self, parent: QWidget, added: Callable[[str], None]) -> None:
        """Let the person add an account; `added` is called with its name."""
        from .account_list import AccountList
        from .adding import ask_for_account

        context = self._context
        work = WindowsWork(parent, Background(context.mw))
        ask_for_account(parent, AccountList(context), context.data, work, added)

    def names(self) -> List[str]:
        """Return the names of all accounts. For a thread."""
        from .account_list import AccountList

        return AccountList(self._context).names()

    def set_password(self, name: str, password: str) -> None:
        """Change an account's password. For a thread; raises a Problem."""
        from .account_list import AccountList

        AccountList(self._context).set_password(name, password)

    def _forget(self, _result: int) -> None:
        self._dialog = None
