"""Read and decide for a merge in a thread, so that Anki's main thread only has to write."""

from __future__ import annotations

import logging
from concurrent.futures import Future, TimeoutError
from typing import TYPE_CHECKING, Callable, List, Optional

from ... import host
from ...errors import Problem
from ..parts.background import Background
from .counterpart import Counterpart
from .readiness import Readiness

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from ...bridge import Prepared

logger = logging.getLogger(__name__)

# Seconds for which the main thread waits: a merge of its own would take as long.
_PATIENCE = 5.0


class Preparing:
    """Prepares one merge at a time. Runs on the main thread, which the thread never waits for."""

    def __init__(self, mw: AnkiQt, readiness: Readiness, background: Background) -> None:
        self._mw = mw
        self._readiness = readiness
        self._background = background
        self._work: Optional[Future[Optional[Prepared]]] = None
        self._result: Optional[Future[Optional[Prepared]]] = None
        self._then: List[Callable[[], None]] = []

    @property
    def under_way(self) -> bool:
        """Whether a merge is being prepared."""
        return self._work is not None and not self._work.done()

    def start(self, counterpart: Counterpart, then: Callable[[], None]) -> None:
        """Prepare a merge, then call `then`; at once where Anki cannot be read in a thread."""
        if not host.reads_in_threads():
            then()
            return
        self._then.append(then)
        if self.under_way:
            return
        if len(self._then) > 1:
            # prepared, but nobody was called: up to 25.02, an error in another add-on loses calls
            self._call_all()
            return
        result: Future[Optional[Prepared]] = Future()
        self._work = self._result = result

        def work() -> None:
            prepared = None
            try:
                prepared = self._prepare(counterpart)
            finally:
                result.set_result(prepared)

        def done(_nothing: None) -> None:
            if self._work is result:
                self._call_all()

        def failed(problem: Problem) -> None:
            logger.info("a merge was not prepared: %s", problem)  # the merge itself will report it
            done(None)

        self._background.run(work, done, failed, "lan-sync-prepare")

    def take(self) -> Optional[Prepared]:
        """Return what was prepared, waiting for it if it is under way. It can be used once."""
        result, self._result = self._result, None
        if result is None:
            return None
        try:
            return result.result(_PATIENCE)
        except TimeoutError:
            return None

    def forget(self) -> None:
        """Forget what was prepared: the profile is closed."""
        self._result = None

    def _call_all(self) -> None:
        waiting, self._then = self._then, []
        for then in waiting:
            then()

    def _prepare(self, counterpart: Counterpart) -> Optional[Prepared]:
        with counterpart.hold_now() as held:
            col = self._mw.col
            if not held or col is None or not self._readiness.is_reading_safe():
                return None
            return counterpart.bridge.prepare(col)
