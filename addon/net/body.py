"""The body of a request, sized or chunked, as a stream that ends with the body."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable
from typing import Any

from ..protocol.faults import BadRequest
from .stream import Stream, TooLong

_MAX_LINE = 4096  # bytes of a chunk's size with its extensions, or of a trailer
_MAX_TRAILERS = 100
# Seconds that a body may take to arrive, plus the time that its bytes so far may take. The limit
# between two bytes alone would let one byte a minute keep a connection busy forever.
PATIENCE = 60.0
_SLOWEST = 1024  # bytes per second
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,16})[ \t]*(?:;.*)?", re.DOTALL)


class RequestBody(io.RawIOBase):
    """A body that keeps track of whether all of it was read.

    Reading raises BadRequest for malformed chunks, and OSError if the connection breaks or stalls,
    which says nothing about the data.
    """

    def __init__(
        self, stream: Stream, length: int | None, before_first_read: Callable[[], None]
    ) -> None:
        """`length` in bytes; None if the body is chunked."""
        self._stream = stream
        self._chunked = length is None
        self._received = 0
        self._waited = 0.0  # seconds
        self._left = length or 0  # bytes of the body, or of the current chunk
        self._started = False
        self._before_first_read = before_first_read
        self.exhausted = length == 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """Return what has arrived of the next `size` bytes, or all up to the end for -1."""
        if size < 0:
            return self.readall()
        if self.exhausted or not size:
            return b""
        if not self._started:
            self._started = True
            self._before_first_read()
            self._left = self._next_size() if self._chunked else self._left
            if self.exhausted:
                return b""
        data = self._read(min(size, self._left))
        if not data:
            raise ConnectionError("the connection was closed inside a request's body")
        self._left -= len(data)
        if not self._left and self._chunked:
            if self._line():
                raise BadRequest("a chunk of the body is longer than its size")
            self._left = self._next_size()
        self.exhausted = not self._left
        return data

    def readinto(self, buffer: Any) -> int:
        """Do what `read` does, for wrappers of Python's and werkzeug's."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _read(self, size: int) -> bytes:
        """Read some of the body; only the waiting for it counts, not what we do with it."""
        began = time.monotonic()
        data = self._stream.read(size)
        self._waited += time.monotonic() - began
        self._received += len(data)
        if self._waited > self._patience:
            raise TimeoutError("a request's body arrives too slowly")
        return data

    def _next_size(self) -> int:
        """Return the next chunk's size; after the last one, read the body to its end and return 0.

        Extensions and trailers are ignored, as RFC 9112 allows.
        """
        match = _SIZE.fullmatch(self._line())
        if match is None:
            raise BadRequest("the size of a chunk of the body is malformed")
        size = int(match[1], 16)
        if not size:
            for _ in range(_MAX_TRAILERS):
                if not self._line():
                    self.exhausted = True
                    return 0
            raise BadRequest("the body has too many trailers")
        return size

    def _line(self) -> bytes:
        began = time.monotonic()
        try:
            return self._stream.line(_MAX_LINE, began + self._patience - self._waited)
        except TooLong:
            raise BadRequest("a line between the chunks of the body is too long") from None
        finally:
            self._waited += time.monotonic() - began

    @property
    def _patience(self) -> float:
        """For how many seconds in all we wait for what has arrived and the next bytes."""
        return PATIENCE + self._received / _SLOWEST
