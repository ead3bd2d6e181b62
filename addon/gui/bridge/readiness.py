"""Whether Anki is ready for a merge to write to the open collection; if not, why."""

from __future__ import annotations

import time
from enum import Enum
from typing import TYPE_CHECKING, Optional

from aqt import gui_hooks
from aqt.qt import QApplication

from ... import host

if TYPE_CHECKING:
    from aqt.main import AnkiQt

# Seconds after which a card that nobody has touched is no longer being reviewed.
_LEFT_ALONE = 120.0


class Wait(Enum):
    """Why a merge must wait."""

    CLOSED = "closed"
    """No collection is open, or it is about to be closed."""
    SYNCING = "syncing"
    BUSY = "busy"
    """One of Anki's operations is under way: an import, a check, saving a note."""
    DIALOG = "dialog"
    REVIEWING = "reviewing"
    """Writing between two answers would clear the undo of the last one."""
    PHONE = "phone"
    """A phone's sync is under way."""


class Readiness:
    """Watches what Anki is doing. Runs on the main thread."""

    def __init__(self, mw: AnkiQt) -> None:
        self._mw = mw
        self._touched = 0.0
        self.open = False
        """Whether a profile is open, and neither about to be closed nor closed for a while."""
        self.syncing = False
        """Whether Anki's own sync is under way."""
        gui_hooks.reviewer_did_show_question.append(self._touch)
        gui_hooks.reviewer_did_show_answer.append(self._touch)

    def why_wait(self) -> Optional[Wait]:
        """Return why a merge must wait; None if the collection may be written."""
        mw = self._mw
        if not self.open or mw.col is None or mw.col.db is None:
            return Wait.CLOSED
        if self.syncing:
            return Wait.SYNCING
        if self.at_work:
            return Wait.BUSY
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget():
            return Wait.DIALOG
        if mw.state == "review" and time.monotonic() - self._touched < _LEFT_ALONE:
            return Wait.REVIEWING
        return None

    def is_reading_safe(self) -> bool:
        """Return whether another thread may read the collection. Any thread."""
        return self.open and not self.syncing and not self.at_work

    @property
    def at_work(self) -> bool:
        """Whether one of Anki's operations is under way, or a progress window shown."""
        return bool(self._mw.progress.busy() or host.background_operations(self._mw))

    def _touch(self, _card: object) -> None:
        self._touched = time.monotonic()
