"""The memory that all requests share while they are read."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

from ..protocol.faults import Unavailable

# Anything smaller is not counted: the number of connections limits it.
_SMALL = 256 * 1024


class MemoryBudget:
    """A limit on what several requests take together.

    A single request may exceed it when it is alone: its own limit has let it in.
    """

    def __init__(self, size: int, patience: float) -> None:
        """`size` in bytes; a request that does not fit waits for the others, `patience` seconds."""
        self._size = size
        self._patience = patience
        self._taken = 0
        self._changed = threading.Condition()

    @contextlib.contextmanager
    def reserve(self, size: int) -> Iterator[None]:
        """Reserve `size` bytes for the block. Raises Unavailable if others take too many."""
        if size <= _SMALL:
            yield
            return
        with self._changed:
            if not self._changed.wait_for(lambda: self._fits(size), self._patience):
                raise Unavailable("too much is being read at once")
            self._taken += size
        try:
            yield
        finally:
            with self._changed:
                self._taken -= size
                self._changed.notify_all()

    def _fits(self, size: int) -> bool:
        return not self._taken or self._taken + size <= self._size
