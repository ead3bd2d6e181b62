"""Open the settings, from the menu or from "Config" in Anki's list of add-ons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from aqt.qt import qconnect

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

    def _forget(self, _result: int) -> None:
        self._dialog = None
