"""Opens the settings: from the menu, and from the button "Config" in Anki's list of add-ons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Optional

from aqt.qt import qconnect

from ...phones.phones import Phones
from ...redirect.profile_sync import ProfileSync
from ..switching.phones_switch import PhonesSwitch
from ..switching.server_switch import ServerSwitch

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from .dialog import SettingsDialog


@dataclass(frozen=True)
class Context:
    """What the tabs need."""

    mw: AnkiQt
    package: str
    data: Path
    """The folder of this computer's server."""
    sync: ProfileSync
    phones: Phones
    phones_switch: PhonesSwitch
    server_switch: ServerSwitch
    load_libraries: Callable[[], None]
    """Makes the server's libraries importable; raises a Problem."""


class Settings:
    """The dialog is open once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._dialog: Optional[SettingsDialog] = None

    def open(self) -> None:
        """Show the dialog, or bring it to the front."""
        # only now: nobody else needs these widgets
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
