"""Merge the open collection and the phones' store when Anki is ready."""

from __future__ import annotations

import contextlib
import logging
import time
from typing import TYPE_CHECKING, Callable, Iterator, List, Optional, Union

from aqt.qt import QTimer, qconnect

from ... import host
from ...errors import Problem, Unforeseen
from ...i18n import tr
from .arrivals import Arrival, Arrivals, as_event
from .counterpart import Counterpart
from .editors import Editors
from .migration import Migration
from .preparing import Preparing
from .readiness import Readiness, Wait
from .refresh import refresh_windows

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from ...bridge import Answer, Outcome, Question
    from ...server.events import Event

logger = logging.getLogger(__name__)

_SOON_MS, _LATER_MS = 50, 250
_SOON = 2.0  # seconds for which readiness is checked often
_AFTER_FAILURE_MS = 30_000
_MANY = 1000  # changes; with more, and where everything is compared, a progress window is shown


class Merger:
    """Writes to the open collection. Runs on the main thread."""

    def __init__(
        self,
        mw: AnkiQt,
        counterpart: Callable[[], Optional[Counterpart]],
        readiness: Readiness,
        editors: Editors,
        preparing: Preparing,
        migration: Migration,
    ) -> None:
        self._mw = mw
        self._counterpart = counterpart
        self._readiness = readiness
        self._editors = editors
        self._preparing = preparing
        self._migration = migration
        self._arrivals = Arrivals()
        self._wanted_since: Optional[float] = None
        """When something arrived that is not in Anki yet; None if nothing did."""
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        qconnect(self._timer.timeout, self.attempt)
        self.waiting: Optional[Wait] = None
        """Why new changes are not in Anki yet."""
        self.problem: Optional[Problem] = None
        """Why the last merge failed."""
        self.question: Optional[Question] = None
        """What a person must decide first."""
        self.on_question: Callable[[Question], None] = lambda _question: None
        self.on_arrival: Callable[[List[Arrival]], None] = lambda _arrivals: None
        """Called with what has just been added to Anki."""
        self.on_in_step: Callable[[], None] = lambda: None
        self.on_change: Callable[[], None] = lambda: None

    def is_waiting(self, device: int) -> bool:
        """Return whether something from this device is not in Anki yet."""
        return device in self._arrivals

    def recall(self) -> None:
        """Recall what had arrived before Anki was restarted and is not in it yet."""
        counterpart = self._counterpart()
        if counterpart is not None:
            self._arrivals.recall(counterpart.server.take_waiting(counterpart.account))

    def on_event(self, event: Event, name: str) -> None:
        """Handle an event of the server; see gui/parts/live.py."""
        counterpart = self._counterpart()
        if counterpart is None or event.user != counterpart.account:
            return
        if self._arrivals.on_event(event, name):
            self.merge_when_ready()

    def merge_when_ready(self) -> None:
        """Merge as soon as Anki is ready."""
        if self._wanted_since is None:
            self._wanted_since = time.monotonic()
        self.attempt()

    def attempt(self) -> None:
        """Merge if that is wanted and Anki is ready; otherwise try again later."""
        if self._wanted_since is None or self._counterpart() is None or self.question is not None:
            return
        wait = self._readiness.why_wait()
        self._keep_waiting(wait)
        if wait is None and not self._preparing.under_way:
            self._editors.save(lambda: self._prepare(self._write))

    def merge_now(self, show: bool = True) -> bool:
        """Merge now, whatever Anki is doing; return whether both sides are the same afterwards.

        Use it when Anki is about to change everything, or has just done so. `show`: refresh
        windows, unless Anki does so anyway.
        """
        if not self._readiness.open or self._counterpart() is None or self.question is not None:
            return False
        return self._merge(None, show) is None

    def merge_now_unless_slow(self, show: bool = True) -> bool:
        """Do the same; but where everything must be compared, do it in a thread, when Anki is
        ready."""
        if not self._readiness.open or self._counterpart() is None or self.question is not None:
            return False
        result = self._merge(None, show, compare=False)
        if result is Wait.BUSY and self.question is None:
            self.merge_when_ready()
        return result is None

    def stamp(self) -> None:
        """Keep pending changes from piling up in a profile that syncs with no server.

        Call it after `merge_now`, when the profile opens and closes.
        """
        counterpart = self._counterpart()
        if counterpart is None or self._mw.col is None or self._mw.pm.sync_auth():
            return
        try:
            with counterpart.hold_now() as held:
                if held and counterpart.bridge.stamp(self._mw.col):
                    logger.info("pending changes are marked as synced: there is no server")
        except Exception as error:  # the merge is done; tried again when the profile opens next
            logger.warning("pending changes are not marked as synced: %s", error)

    def merge_soon(self, done: Callable[[], None]) -> None:
        """Merge now if Anki is ready, and then call `done`; otherwise merge when it is."""
        if self._readiness.why_wait() is not None:
            self.merge_when_ready()
            return

        def write() -> None:
            if self._readiness.why_wait() is None and self.merge_now():
                done()

        self._editors.save(lambda: self._prepare(write))

    def answer(self, answer: Answer, failed: Callable[[Problem], None]) -> None:
        """Apply what the person decided; call `failed` with what went wrong."""
        asked = self.question

        def write() -> None:
            if asked is None or self.question is not asked:  # the profile was closed meanwhile
                return
            self.question = None
            result = self._merge(answer, show=True)
            if isinstance(result, Problem):
                failed(result)
            elif result is not None:
                self.merge_when_ready()

        self.after_saving(write)

    def after_saving(self, then: Callable[[], None]) -> None:
        """Save unsaved text in editors, then call `then`: refreshing their notes would lose it."""

        def saved() -> None:
            if self._readiness.at_work:  # still saving
                QTimer.singleShot(_SOON_MS, saved)
            else:
                then()

        self._editors.save(saved)

    def forget(self) -> None:
        """Forget everything, because the profile is closed or its phones no longer sync."""
        self._timer.stop()
        self._migration.forget()
        self._preparing.forget()
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

    def _prepare(self, then: Callable[[], None]) -> None:
        """Prepare a merge in a thread, then save what was typed meanwhile, and call `then`."""
        counterpart = self._counterpart()
        if counterpart is None or self.question is not None:
            return
        if self._readiness.why_wait() is None:
            self._preparing.start(counterpart, lambda: self._editors.save(then))

    def _write(self) -> None:
        if self._wanted_since is None:  # merged meanwhile
            return
        result = self._readiness.why_wait() or self._merge(None, show=True)
        if isinstance(result, Wait):
            self._keep_waiting(result)

    def _merge(
        self, answer: Optional[Answer], show: bool, *, compare: bool = True
    ) -> Union[Wait, Problem, None]:
        counterpart = self._counterpart()
        if counterpart is None or self._mw.col is None:
            return Wait.CLOSED
        self.recall()
        prepared = self._preparing.take()
        try:
            with counterpart.hold_now() as held:
                if not held:
                    return Wait.PHONE
                outcome = self._migration.move(counterpart)
                if outcome is None:
                    bridge = counterpart.bridge
                    compares = prepared is None and bridge.must_compare(self._mw.col)
                    if compares and not compare:
                        return Wait.BUSY
                    many = prepared is not None and prepared.size > _MANY
                    with self._progress(compares or many):
                        if self._arrivals.uploaded:  # may change much; the store has a backup
                            host.back_up_collection(self._mw)
                        outcome = bridge.merge(self._mw.col, answer, prepared)
        except Problem as problem:
            return self._failed(problem)
        except Exception as error:  # nothing is half done; Anki goes on
            logger.exception("the collection and the phones' store were not merged")
            return self._failed(Unforeseen(str(error) or type(error).__name__))
        logger.info("merged: %s", outcome.to_json())
        self.report(outcome, show)
        return Wait.BUSY if outcome.deferred or outcome.question else None

    @contextlib.contextmanager
    def _progress(self, takes_long: bool) -> Iterator[None]:
        """Explain a long wait: writing 50,000 changes takes seconds."""
        arrived = self._arrivals
        if not (takes_long or arrived.changes > _MANY or arrived.uploaded):
            yield
            return
        host.show_progress(self._mw, tr.bridging_taking_over())
        try:
            yield
        finally:
            self._mw.progress.finish()

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
        self.on_in_step()
        arrived = self._arrivals.take_all()
        counterpart = self._counterpart()
        if arrived and counterpart is not None:
            counterpart.server.emit(*map(as_event, arrived))
            self.on_arrival(arrived)

    def _keep_waiting(self, wait: Optional[Wait]) -> None:
        since = self._wanted_since
        if since is None:  # merged meanwhile
            return
        soon = time.monotonic() - since < _SOON
        self._timer.start(_SOON_MS if soon else _LATER_MS)
        if wait is not self.waiting:
            self.waiting = wait
            self.on_change()
