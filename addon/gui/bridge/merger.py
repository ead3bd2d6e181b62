"""Brings the open collection and the phones' store together, at the right readiness."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Callable, List, Optional, Union

from aqt.qt import QTimer, qconnect

from ... import host
from ...errors import Problem, Unforeseen
from ...i18n import tr
from .arrivals import Arrival, Arrivals, as_event
from .counterpart import Counterpart
from .editors import Editors
from .readiness import Readiness, Wait
from .refresh import refresh_windows

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from ...bridge import Answer, Outcome, Question
    from ...server.events import Event

logger = logging.getLogger(__name__)

_SOON_MS, _LATER_MS = 50, 250
_SOON = 2.0  # seconds for which a good moment is looked for often
_AFTER_FAILURE_MS = 30_000
# Changes from which on Anki's window says why it does not answer: some 50,000 of them take seconds.
_MANY = 3000


class Merger:
    """Writes into the open collection; everything here runs on the main thread."""

    def __init__(
        self,
        mw: AnkiQt,
        counterpart: Callable[[], Optional[Counterpart]],
        readiness: Readiness,
        editors: Editors,
    ) -> None:
        self._mw = mw
        self._counterpart = counterpart
        self._readiness = readiness
        self._editors = editors
        self._arrivals = Arrivals()
        self._wanted_since: Optional[float] = None
        """When something came that is not in Anki yet; None where nothing did."""
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        qconnect(self._timer.timeout, self.attempt)
        self.waiting: Optional[Wait] = None
        """What keeps new changes from coming into Anki."""
        self.problem: Optional[Problem] = None
        """Why the last attempt to bring both together failed."""
        self.question: Optional[Question] = None
        """What a person has to decide first."""
        self.on_question: Callable[[Question], None] = lambda _question: None
        self.on_arrival: Callable[[List[Arrival]], None] = lambda _arrivals: None
        """Called with what is in Anki from now on."""
        self.on_change: Callable[[], None] = lambda: None

    def is_waiting(self, device: int) -> bool:
        """Tell whether something from this device is not in Anki yet."""
        return device in self._arrivals

    def on_event(self, event: Event) -> None:
        """Take an event of the server; see gui/parts/live.py."""
        counterpart = self._counterpart()
        if counterpart is None or event.user != counterpart.account:
            return
        if self._arrivals.on_event(event):
            self.merge_when_ready()

    def merge_when_ready(self) -> None:
        """Bring both together at the next good moment."""
        if self._wanted_since is None:
            self._wanted_since = time.monotonic()
        self.attempt()

    def attempt(self) -> None:
        """Do what is wanted, if this is a good moment; else come back."""
        if self._wanted_since is None or self._counterpart() is None or self.question is not None:
            return
        wait = self._readiness.why_wait()
        self._keep_waiting(wait)
        if wait is None:
            self._editors.save(self._write)

    def merge_now(self, show: bool = True) -> bool:
        """Bring both together now, whatever goes on: Anki itself is about to change everything, or
        has just done so. Returns whether both are in step.

        `show`: refresh what shows it; needless where Anki does so.
        """
        if not self._readiness.open or self._counterpart() is None or self.question is not None:
            return False
        return self._bring(None, show) is None

    def stamp(self) -> None:
        """Keep what waits from growing forever in a profile that syncs with no server.

        Call it after `merge_now`, when the profile opens and closes.
        """
        counterpart = self._counterpart()
        if counterpart is None or self._mw.col is None or self._mw.pm.sync_auth():
            return
        try:
            with counterpart.hold_if_idle(0) as held:
                if held and counterpart.bridge().stamp(self._mw.col):
                    logger.info("what waited for a server is stamped: there is none")
        except Exception as error:  # it was merged before; the next opening tries again
            logger.warning("what waits for a server is not stamped: %s", error)

    def merge_soon(self, done: Callable[[], None]) -> None:
        """Bring both together if this is a good moment, and call `done` then."""
        if self._readiness.why_wait() is not None:
            self.merge_when_ready()
            return

        def write() -> None:
            if self._readiness.why_wait() is None and self.merge_now():
                done()

        self._editors.save(write)

    def answer(self, answer: Answer, failed: Callable[[Problem], None]) -> None:
        """Apply what the person decided; `failed` is told what went wrong."""
        asked = self.question

        def write() -> None:
            if asked is None or self.question is not asked:  # the profile was closed meanwhile
                return
            self.question = None
            result = self._bring(answer, show=True)
            if isinstance(result, Problem):
                failed(result)
            elif result is not None:
                self.merge_when_ready()

        self.after_saving(write)

    def after_saving(self, then: Callable[[], None]) -> None:
        """Call `then` once what is typed in editors is saved: refreshing their notes would lose
        it."""

        def saved() -> None:
            if self._readiness.at_work:  # it is being written
                QTimer.singleShot(_SOON_MS, saved)
            else:
                then()

        self._editors.save(saved)

    def forget(self) -> None:
        """Forget everything: the profile is closed, or its phones no longer sync."""
        self._timer.stop()
        self._arrivals = Arrivals()
        self._wanted_since = self.waiting = self.problem = self.question = None

    def report(self, outcome: Outcome, show: bool) -> None:
        """Report a merge, whoever made it."""
        self.problem = None
        if show:
            refresh_windows(self._mw, outcome.to_collection.kinds)
        if outcome.question is not None:
            self.question = outcome.question
            self.on_question(outcome.question)
        elif outcome.deferred is None:
            self._in_step()
        self.on_change()

    def _write(self) -> None:
        wait = self._readiness.why_wait()
        many = wait is None and self._arrivals.changes > _MANY
        if many:
            host.show_progress(self._mw, tr.bridging_taking_over())
        try:
            result = wait or self._bring(None, show=True)
        finally:
            if many:
                self._mw.progress.finish()
        if isinstance(result, Wait):
            self._keep_waiting(result)

    def _bring(self, answer: Optional[Answer], show: bool) -> Union[Wait, Problem, None]:
        counterpart = self._counterpart()
        if counterpart is None or self._mw.col is None:
            return Wait.CLOSED
        try:
            with counterpart.hold_if_idle(0) as held:
                if not held:
                    return Wait.PHONE
                outcome = counterpart.bridge().merge(self._mw.col, answer)
        except Problem as problem:
            return self._failed(problem)
        except Exception as error:  # nothing was half done; Anki goes on
            logger.exception("the collection and the phones' store are not brought together")
            return self._failed(Unforeseen(str(error) or type(error).__name__))
        logger.info("brought together: %s", outcome.to_json())
        self.report(outcome, show)
        return Wait.BUSY if outcome.deferred or outcome.question else None

    def _failed(self, problem: Problem) -> Problem:
        logger.warning("%s", problem)
        self.problem = problem
        if self._wanted_since is not None:
            self._timer.start(_AFTER_FAILURE_MS)
        self.on_change()
        return problem

    def _in_step(self) -> None:
        self._timer.stop()
        self._wanted_since = self.waiting = None
        arrived = self._arrivals.taken_over()
        counterpart = self._counterpart()
        if arrived and counterpart is not None:
            for arrival in arrived:
                counterpart.server.tell(as_event(arrival))
            self.on_arrival(arrived)

    def _keep_waiting(self, wait: Optional[Wait]) -> None:
        since = self._wanted_since
        if since is None:  # it was done at once
            return
        soon = time.monotonic() - since < _SOON
        self._timer.start(_SOON_MS if soon else _LATER_MS)
        if wait is not self.waiting:
            self.waiting = wait
            self.on_change()
