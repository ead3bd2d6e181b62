"""The server in this process: started on demand, stopped in the background."""

from __future__ import annotations

import logging
import threading
import time
from typing import Callable, Optional

from .. import threads
from ..errors import Problem, ServerFailed
from ..redirect.settings import Config
from .account import Server

logger = logging.getLogger(__name__)

STOP_LIMIT = 5.0  # seconds that closing Anki may wait for a phone's request to end


Wait = Callable[[Callable[[float], bool]], None]
"""Calls the given function, which waits for so many seconds, until it returns True."""


def at_once(ended: Callable[[float], bool]) -> None:
    """Wait without showing anything."""
    ended(STOP_LIMIT)


class OwnServer:
    """Holds the running server, at most one; another one may still be stopping."""

    def __init__(self, make: Callable[[Config], Server]) -> None:
        self._make = make
        self._stopping: Optional[threading.Thread] = None
        self.running: Optional[Server] = None

    def start(self, config: Config) -> Server:
        """Start a server; `keep` then makes it the running one. Raises a Problem. Any thread."""
        if self._stopping is not None:
            # switched off a moment ago: the new one would find its port taken
            self._stopping.join(STOP_LIMIT)
        try:
            server = self._make(config)
            server.start()
        except Problem:
            raise
        except Exception as error:
            # whatever it is: the caller must be able to pause the profile and say why
            logger.exception("the server did not start")
            raise ServerFailed(str(error) or type(error).__name__) from error
        return server

    def keep(self, server: Optional[Server]) -> None:
        """Make this the running server, or none; stop the former one in the background."""
        former, self.running = self.running, server
        if former is not None and former is not server:
            self._stop_in_background(former)

    def drop(self, server: Server) -> None:
        """Stop a server that is not needed after all, unless it is the running one."""
        if server is not self.running:
            self._stop_in_background(server)

    def stop_and_wait(self, wait: Wait = at_once) -> None:
        """Stop the running server; return when it has stopped or STOP_LIMIT has passed."""
        self.keep(None)
        stopping = self._stopping
        if stopping is None:
            return
        deadline = time.monotonic() + STOP_LIMIT

        def ended(seconds: float) -> bool:
            stopping.join(max(0.0, min(seconds, deadline - time.monotonic())))
            return not stopping.is_alive() or time.monotonic() >= deadline

        wait(ended)
        if stopping.is_alive():
            logger.warning("the server still had a request after %s s", STOP_LIMIT)

    def _stop_in_background(self, server: Server) -> None:
        self._stopping = threads.start(server.stop, "lan-sync-stop")
