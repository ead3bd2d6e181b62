"""Sessions whose phone has vanished are rolled back.

One thread watches those of all users. It sleeps until the one that has been idle for longest may be
over, and ends when there is none. A thread for each session would take a tenth of a small sync.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable
from typing import Protocol

from .. import threads

log = logging.getLogger(__name__)


class MayHaveSession(Protocol):
    """What is watched: a user."""

    def last_request(self) -> float | None:
        """Return when the running session was last in use (monotonic s); None without one."""

    def end_idle_session(self, since: float) -> None:
        """Roll back the session unless it has been used after `since` (monotonic s)."""


class IdleSessions:
    """Ends sessions that got no request for `limit` seconds. Any thread may call."""

    def __init__(self, limit: float, users: Callable[[], Iterable[MayHaveSession]]) -> None:
        self._limit = limit
        self._users = users
        self._lock = threading.Lock()
        self._is_watching = False
        self._closed = threading.Event()

    def watch(self) -> None:
        """Take notice of a session that has just begun."""
        with self._lock:
            if self._is_watching:
                return
            threads.start(self._run, "lan-sync-idle-sessions")
            self._is_watching = True

    def close(self) -> None:
        """Stop watching."""
        self._closed.set()

    def _run(self) -> None:
        wait = self._limit
        while not self._closed.wait(wait):
            since = time.monotonic() - self._limit
            for user in self._users():
                try:
                    user.end_idle_session(since)
                except Exception:  # its disk is gone: the others are still watched
                    log.exception("an idle session could not be ended")
            with self._lock:
                last = [moment for user in self._users() if (moment := user.last_request())]
                if not last:
                    self._is_watching = False
                    return
            # not at once again if somebody else has held a collection for so long
            wait = max(self._limit / 10, min(last) + self._limit - time.monotonic())
