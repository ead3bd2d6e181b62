"""Leave nothing behind when the add-on is deleted."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Callable

from ...errors import Problem
from ...i18n import tr
from ...phones.phones import Phones
from ...redirect.redirect import Redirect
from ..parts.messages import show_message
from ..windows import Windows
from .data_removal import has_data, move_to_trash, wants_data_deleted
from .turns import Turns

if TYPE_CHECKING:
    from aqt.main import AnkiQt

logger = logging.getLogger(__name__)


class Uninstall:
    """Restores the former state, and asks what to do with the phones' data."""

    def __init__(
        self,
        mw: AnkiQt,
        redirect: Redirect,
        phones: Phones,
        windows: Windows,
        turns: Turns,
        data: Path,
    ) -> None:
        """`data` is the folder of this computer's server."""
        self._mw = mw
        self._redirect = redirect
        self._phones = phones
        self._windows = windows
        self._turns = turns
        self._data = data
        self.done = False
        """Whether the add-on was deleted while Anki runs."""
        self.on_change: Callable[[], None] = lambda: None

    def deleted(self) -> None:
        """Clean up: Anki is about to delete this add-on."""
        self.done = True
        # the identity must stay while a sync runs; it is restored when the profile closes
        quiet = self._turns.why_not_now() is None
        if quiet:
            self._leave()
        self._windows.close_all()
        self.on_change()
        if quiet and has_data(self._data) and wants_data_deleted(self._mw, self._data):
            self._phones.stop_server()
            try:
                move_to_trash(self._data)
            except OSError as error:
                show_message(self._mw, tr.switching_delete_failed(reason=str(error)))

    def _leave(self) -> None:
        try:
            if self._phones.status.wanted:
                self._phones.switch_off()
            if self._redirect.status.server:
                self._redirect.switch_off()
        except Problem as problem:
            logger.warning("%s", problem)
