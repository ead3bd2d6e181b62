"""Copy the desktop's changes to the store before a phone learns the store's state.

Runs in the server's threads, which only read the open collection: nothing is written to it, the
undo history stays, and no window is needed. The store is never held while waiting for the main
thread, which waits for nobody.
"""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING, Callable, Optional

from ... import host
from ...errors import Problem
from ..parts.background import Background
from .counterpart import Counterpart
from .readiness import Readiness

if TYPE_CHECKING:
    from aqt.main import AnkiQt

logger = logging.getLogger(__name__)

# Seconds. A phone waits for all of them together, and gives up after 60.
_READABLE_S = 1.0
_BACKEND_S = 2.0
_COMMIT_S = 0.5
_STORE_S = 2.0
_MAIN_THREAD_S = 2.0


class CatchingUp:
    """Copies the desktop's changes to the store, unless that takes too long."""

    def __init__(
        self,
        mw: AnkiQt,
        counterpart: Callable[[], Optional[Counterpart]],
        readiness: Readiness,
        background: Background,
        merge_soon: Callable[[Callable[[], None]], None],
    ) -> None:
        """`merge_soon`, called on the main thread, merges both sides if it can do so now, and then
        calls its argument."""
        self._mw = mw
        self._counterpart = counterpart
        self._readiness = readiness
        self._background = background
        self._merge_soon = merge_soon

    def catch_up(self, user: str) -> None:
        """Bring the store up to date for a phone; see `server.events.CatchUp`."""
        counterpart = self._counterpart()
        if counterpart is None or counterpart.account != user:
            return
        try:
            if self._collection_can_be_read() and not self._take_in(counterpart):
                self._ask_the_main_thread()
        except Problem as problem:
            # for example a damaged store or a full disk: the phone's sync may fail too, and a
            # merge will report it
            logger.warning("a phone is answered without the desktop's changes: %s", problem)
            self._mw.taskman.run_on_main(lambda: self._merge_soon(lambda: None))
        except Exception as error:  # perhaps the collection was closed meanwhile
            logger.warning("a phone is answered without the desktop's changes: %s", error)

    def _collection_can_be_read(self) -> bool:
        end = time.monotonic() + _READABLE_S
        while not self._readiness.is_reading_safe():
            if time.monotonic() > end:
                return False
            time.sleep(0.01)
        return self._anki_answers() and host.commit_changes(self._mw, _COMMIT_S)

    def _anki_answers(self) -> bool:
        """Return whether Anki's backend is free: it is locked for whole calls, and a
        direct wait for it has no timeout."""
        answered = threading.Event()

        def ask() -> None:
            col = self._mw.col
            if col is not None and col.db is not None and col.db.scalar("select 1") == 1:
                answered.set()

        def failed(problem: Problem) -> None:  # it was just closed
            logger.info("the collection cannot be read: %s", problem)

        self._background.run(ask, lambda _none: None, failed, "lan-sync-ask-anki")
        return answered.wait(_BACKEND_S)

    def _take_in(self, counterpart: Counterpart) -> bool:
        """Copy the changes; return whether nothing more can be done."""
        with counterpart.hold_if_idle(_STORE_S) as held:
            if not held or not self._readiness.is_reading_safe() or self._mw.col is None:
                return True
            outcome = counterpart.bridge.into_store(self._mw.col)
        if outcome.ended_undo:
            # otherwise the menu would offer what is gone
            self._mw.taskman.run_on_main(self._mw.update_undo_actions)
        return outcome.deferred is None

    def _ask_the_main_thread(self) -> None:
        """Ask for a full merge: only that can handle a new day or another schema."""
        done = threading.Event()
        self._mw.taskman.run_on_main(lambda: self._merge_soon(done.set))
        done.wait(_MAIN_THREAD_S)
