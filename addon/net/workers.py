"""Threads for connections, which are used again.

To start a thread takes longer than to answer a small request, and a device that syncs opens a
second connection for its media.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

from .. import threads

_MOST_WAITING = 4  # threads
PATIENCE = 30.0  # seconds for which one waits


class Workers:
    """Do each piece of work in a thread of its own, at once. Any thread may call."""

    def __init__(self, name: str) -> None:
        """`name` is that of each thread."""
        self._name = name
        self._guard = threading.Lock()
        self._most_waiting = _MOST_WAITING
        self._waiting = 0
        self._handed_over: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()

    def start(self, work: Callable[[], None]) -> None:
        """Do this in a thread that waits for work, or else in a new one."""
        with self._guard:
            is_awaited = self._waiting > 0
            self._waiting -= is_awaited
        if is_awaited:
            self._handed_over.put(work)
        else:
            threads.start(lambda: self._do(work), self._name)

    def end(self) -> None:
        """Let each thread end, at once unless it is working."""
        with self._guard:
            waiting, self._waiting = self._waiting, 0
            self._most_waiting = 0
        for _ in range(waiting):
            self._handed_over.put(None)

    def _do(self, work: Callable[[], None] | None) -> None:
        while work is not None:
            work()
            work = self._next()

    def _next(self) -> Callable[[], None] | None:
        with self._guard:
            if self._waiting >= self._most_waiting:
                return None
            self._waiting += 1
        try:
            return self._handed_over.get(timeout=PATIENCE)
        except queue.Empty:
            pass
        with self._guard:
            if self._waiting:
                self._waiting -= 1
                return None
        return self._handed_over.get()  # just now, somebody has counted on this thread
