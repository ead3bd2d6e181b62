"""Count active requests, so that the server ends with the last one and not before."""

from __future__ import annotations

import threading


class RequestGate:
    """Lets requests in until it is shut. Any thread may call."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside = 0
        self._shut = False

    @property
    def is_shut(self) -> bool:
        """Whether `shut` was called."""
        return self._shut

    def enter(self) -> bool:
        """Let a request in, which must `leave`; return False once the gate is shut."""
        with self._changed:
            if not self._shut:
                self._inside += 1
            return not self._shut

    def leave(self) -> None:
        """Let a request out: it will not touch anything any more."""
        with self._changed:
            self._inside -= 1
            self._changed.notify_all()

    def shut(self) -> None:
        """Let no more requests in."""
        with self._changed:
            self._shut = True

    def wait(self) -> None:
        """Wait until the last request has left, however long that takes."""
        with self._changed:
            self._changed.wait_for(lambda: not self._inside)
