"""The bridge between the desktop's open collection and the store that phones sync with."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..store.paths import UserFolder
from . import meeting, stamping
from .change_check import ChangeCheck
from .desktop import Desktop
from .outcome import Answer, Deferred, Outcome
from .problems import explained
from .read_desktop import StillMoving
from .recover import recover
from .run import Direction, Run
from .store import opened

if TYPE_CHECKING:
    from anki.collection import Collection


class Bridge:
    """Brings one user's store and an open collection together.

    The caller holds the store exclusively during each call: no phone's session runs in it and no
    other process has it. Nothing that matters is kept between calls but what `bridge.db` holds, so
    a call may come at any time, any number of times, after any crash.

    Every method raises `BridgeProblem` with one sentence, and then nothing was half done:
    each side was written in one transaction or not at all.
    """

    def __init__(self, folder: UserFolder | Path, clock: Callable[[], float] = time.time) -> None:
        """`folder` is the user's; `clock` gives seconds since 1970."""
        self.folder = UserFolder(folder) if isinstance(folder, Path) else folder
        self._clock = clock
        self._change_check = ChangeCheck(self.folder)

    def merge(self, col: Collection, answer: Answer | None = None) -> Outcome:
        """Bring both together; on the thread that writes to `col`.

        `answer` is for the question that a former call came back with; without one to answer it
        changes nothing.
        """
        return self._run(col, Direction.BOTH, answer)

    def into_store(self, col: Collection) -> Outcome:
        """Bring what the collection has into the store; only reads `col`, from any thread.

        To be called before a phone is told of the store's state. What must be settled in the
        collection as well is left to `merge`. Ends the undo history, without writing anything, if
        a deletion could be undone or redone of which the phone is about to hear: a device does not
        note the second deletion of what came back.

        Before Anki 23.10 the caller saves the collection on the main thread first.
        """
        return self._run(col, Direction.INTO_STORE, None)

    def into_collection(self, col: Collection, answer: Answer | None = None) -> Outcome:
        """Bring what the store has into the collection, on the thread that writes to `col`."""
        return self._run(col, Direction.INTO_COLLECTION, answer)

    def stamp(self, col: Collection, least: int = stamping.THRESHOLD) -> bool:
        """Keep what waits from growing in a profile that syncs with no server; whether it was done.

        To be called when such a profile opens and closes, on the thread that writes to `col`. Does
        nothing while no more than `least` things wait, or something is left to settle.
        """
        outcome = self.merge(col)
        if outcome.question is not None or outcome.deferred is not None or outcome.left:
            return False
        with explained(self.folder), opened(self.folder) as store:
            return stamping.stamp(store, Desktop(col), int(self._clock() * 1000), least)

    def _run(self, col: Collection, direction: Direction, answer: Answer | None) -> Outcome:
        with explained(self.folder):
            desktop = Desktop(col)
            if self._change_check.nothing_changed(desktop, direction):
                return Outcome()
            try:
                if meeting.has_met(self.folder):
                    with opened(self.folder) as store:
                        if meeting.knows(store, desktop):
                            stamping.finish(store, desktop)
                            recover(store, desktop)
                            run = Run(store, desktop, self.folder, direction, answer, self._clock())
                            outcome = run.go()
                            self._change_check.note(desktop, direction, run.was_quiet)
                            return outcome
                if direction is Direction.INTO_STORE:
                    return Outcome(deferred=Deferred.NOT_PAIRED)
                return meeting.meet(desktop, self.folder, self._clock(), answer)
            except StillMoving:
                return Outcome(deferred=Deferred.BUSY)
