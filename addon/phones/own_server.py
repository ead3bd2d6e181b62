"""The server in this process, which is started on demand and stopped in the background."""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING, Callable, Optional

from .. import threads
from ..errors import Problem, ServerFailed
from ..redirect.settings import Config

if TYPE_CHECKING:
    from ..hosting import LanServer

logger = logging.getLogger(__name__)

STOP_LIMIT = 5.0  # seconds for which closing Anki may wait for a phone's request


WaitForStop = Callable[[Callable[[float], bool]], None]
"""Calls a function, which waits for the given number of seconds, until it returns True."""


def wait_silently(ended: Callable[[float], bool]) -> None:
    """Wait without showing anything."""
    ended(STOP_LIMIT)


class Superseded(Problem):
    """The server that was to be started is no longer wanted."""


class OwnServer:
    """Holds the running server, if any; another one may still be stopping."""

    def __init__(self, make: Callable[[Config], LanServer]) -> None:
        self._make = make
        self._stopping: Optional[threading.Thread] = None
        self._one_start = threading.Lock()
        self._started: Optional[LanServer] = None
        """A server that was started, and is neither kept nor dropped yet."""
        self._stops = 0
        self.running: Optional[LanServer] = None

    @property
    def stops(self) -> int:
        """How often all servers were stopped; `start` compares it to notice a stop meanwhile."""
        return self._stops

    def start(self, config: Config, stops: int) -> LanServer:
        """Start a server; `keep` then makes it the running one. Any thread.

        `stops` is the property's value when this was asked for. Raises a Problem; Superseded if all
        servers were stopped since, for example because the profile was closed.
        """
        with self._one_start:
            if self._stopping is not None:
                # switched off a moment ago: the new one would find its port taken
                self._stopping.join(STOP_LIMIT)
            if stops != self._stops:
                raise Superseded
            if self._started is not None:
                return self._started
            try:
                server = self._make(config)
                server.start()
            except Problem:
                raise
            except Exception as error:
                # whatever it is: the caller must be able to pause the profile and say why
                logger.exception("the server did not start")
                raise ServerFailed(str(error) or type(error).__name__) from error
            self._started = server
            if stops != self._stops:  # in the meantime
                self._started = None
                server.stop()
                raise Superseded
            return server

    def keep(self, server: Optional[LanServer]) -> None:
        """Make this the running server, or none; stop the former one in the background."""
        self._started = None
        former, self.running = self.running, server
        if former is not None and former is not server:
            self._stop_in_background(former)

    def drop(self, server: LanServer) -> None:
        """Stop a server that is not needed after all, unless it is the running one."""
        if server is self._started:
            self._started = None
        if server is not self.running:
            self._stop_in_background(server)

    def stop(self) -> None:
        """Stop the running server, and one that is about to run, in the background."""
        self._stops += 1
        started = self._started
        self.keep(None)
        if started is not None:
            self._stop_in_background(started)

    def stop_and_wait(self, wait: WaitForStop = wait_silently) -> None:
        """Stop the running server; return when it has stopped or STOP_LIMIT has passed."""
        self.stop()
        stopping = self._stopping
        if stopping is None:
            return
        deadline = time.monotonic() + STOP_LIMIT

        def ended(seconds: float) -> bool:
            stopping.join(max(0.0, min(seconds, deadline - time.monotonic())))
            return not stopping.is_alive() or time.monotonic() >= deadline

        wait(ended)
        if stopping.is_alive():
            logger.warning("a request was still active after %s s", STOP_LIMIT)

    def _stop_in_background(self, server: LanServer) -> None:
        self._stopping = threads.start(server.stop, "lan-sync-stop")
