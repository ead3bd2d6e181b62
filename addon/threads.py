"""Start threads, and log their exceptions.

Python itself would write them to stderr, which Ankis before 24.04 show as an error.
"""

from __future__ import annotations

import logging
import threading
from typing import Callable

logger = logging.getLogger(__name__)


def start(work: Callable[[], object], name: str) -> threading.Thread:
    """Run `work` in a daemon thread; `name` is its name in the log."""
    thread = threading.Thread(target=_logged(work, name), name=name, daemon=True)
    thread.start()
    return thread


def start_later(seconds: float, work: Callable[[], object], name: str) -> threading.Timer:
    """Run `work` like `start`, after `seconds` unless the timer is cancelled."""
    timer = threading.Timer(seconds, _logged(work, name))
    timer.name, timer.daemon = name, True
    timer.start()
    return timer


def _logged(work: Callable[[], object], name: str) -> Callable[[], None]:
    def run() -> None:
        try:
            work()
        except Exception:
            logger.exception("%s failed", name)

    return run
