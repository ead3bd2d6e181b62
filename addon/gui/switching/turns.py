"""Make switches take turns, and refuse them while Anki itself is busy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Optional, TypeVar

from aqt.qt import QTimer

from ... import host
from ...errors import Problem, SyncRunning
from ..parts.background import Background
from .remedies import Remedies

if TYPE_CHECKING:
    from aqt.main import AnkiQt

T = TypeVar("T")


class Turns:
    """Shared by everything that switches something."""

    def __init__(self, mw: AnkiQt, background: Background, remedies: Remedies) -> None:
        self._mw = mw
        self._background = background
        self._remedies = remedies
        self._taken = False
        self.on_change: Callable[[], None] = lambda: None
        """Called when the menu should be refreshed: a click has already toggled its entry."""

    def why_not_now(self) -> Optional[Problem]:
        """Return why nothing may be switched now; None if it may."""
        return SyncRunning() if self._taken else host.why_not_now(self._mw)

    def refused(self) -> bool:
        """Refuse a switch, and say why, if it is not possible now; return whether it is refused."""
        problem = self.why_not_now()
        if problem is None:
            return False
        self._remedies.show(problem)
        self.on_change()
        return True

    def take(
        self,
        label: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None],
    ) -> None:
        """Run `work` in a thread behind Anki's progress window, which shows `label`.

        Then call `done` or `failed` on the main thread.
        """
        self._taken = True

        def ended(result: T) -> None:
            self._taken = False
            done(result)

        def went_wrong(problem: Problem) -> None:
            self._taken = False
            failed(problem)

        self._background.run_with_progress(label, work, ended, went_wrong)

    def wait(self, milliseconds: int, then: Callable[[], None]) -> None:
        """Call `then` after a moment, and refuse what is chosen in the meantime."""
        self._taken = True

        def over() -> None:
            self._taken = False
            then()

        QTimer.singleShot(milliseconds, over)
