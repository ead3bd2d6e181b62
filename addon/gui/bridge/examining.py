"""Compare both sides once a week while nobody uses Anki, and log what differs.

For the first releases: nothing is changed, but a bug report then says where the two sides differ.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Callable, Dict, Optional

from aqt.qt import QApplication, Qt, QTimer, qconnect

from ... import host
from ...errors import Problem
from ..parts.background import Background
from .counterpart import Counterpart
from .readiness import Readiness

if TYPE_CHECKING:
    from aqt.main import AnkiQt

logger = logging.getLogger(__name__)

_LOOK_MS = 15 * 60 * 1000


class Examining:
    """Runs on the main thread; the work goes to the background."""

    def __init__(
        self,
        mw: AnkiQt,
        counterpart: Callable[[], Optional[Counterpart]],
        readiness: Readiness,
        background: Background,
    ) -> None:
        self._mw = mw
        self._counterpart = counterpart
        self._readiness = readiness
        self._background = background
        self._timer = QTimer()
        qconnect(self._timer.timeout, self._attempt)

    def start(self) -> None:
        """Look for an idle moment now and then, from now on."""
        if host.reads_in_threads():
            self._timer.start(_LOOK_MS)

    def _attempt(self) -> None:
        counterpart = self._counterpart()
        if counterpart is None or self._readiness.why_wait() is not None or not _is_idle():
            return

        def work() -> Optional[Dict[str, int]]:
            with counterpart.hold_if_idle(0) as held:
                col = self._mw.col
                if not held or col is None or not self._readiness.is_reading_safe():
                    return None
                return counterpart.bridge.examine(col)

        self._background.run(work, _report, _not_done)


def _is_idle() -> bool:
    return QApplication.applicationState() != Qt.ApplicationState.ApplicationActive


def _report(differing: Optional[Dict[str, int]]) -> None:
    if differing:
        logger.warning("the collection and the phones' store differ: %s", differing)
    elif differing is not None:
        logger.info("the collection and the phones' store were compared: they are the same")


def _not_done(problem: Problem) -> None:
    logger.info("the collection and the phones' store are not compared: %s", problem)
