"""Make switches take turns, and refuse them while Anki itself is busy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Optional, TypeVar

from ... import host
from ...errors import Problem, SyncRunning
from ..parts.background import Background

if TYPE_CHECKING:
    from aqt.main import AnkiQt

T = TypeVar("T")


class Turns:
    """Shared by everything that switches something."""

    def __init__(self, mw: AnkiQt, background: Background) -> None:
        self._mw = mw
        self._background = background
        self._taken = False

    def why_not_now(self) -> Optional[Problem]:
        """Return why nothing may be switched now; None if it may."""
        return SyncRunning() if self._taken else host.why_not_now(self._mw)

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
