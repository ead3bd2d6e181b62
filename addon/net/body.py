"""The body of a request, sized or in chunks, as a stream that ends where the body ends."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

from ..protocol.faults import BadRequest
from .stream import LineTooLong, Stream

_MAX_LINE = 4096  # bytes of a chunk's size with its extensions, or of a trailer
_MAX_TRAILERS = 100
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,16})[ \t]*(?:;.*)?", re.DOTALL)


class RequestBody(io.RawIOBase):
    """A body that knows whether all of it was read.

    Reading raises `BadRequest` for malformed chunks, and `OSError` when the connection breaks or
    stalls: that is never the fault of what is sent.
    """

    def __init__(self, stream: Stream, length: int | None, at_first: Callable[[], None]) -> None:
        """`length` in bytes, None for chunks; `at_first` is called before anything is read."""
        self._stream = stream
        self._in_chunks = length is None
        self._left = length or 0  # bytes of the body, or of the present chunk
        self._started = False
        self._at_first = at_first
        self.exhausted = length == 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self.exhausted or not len(buffer):
            return 0
        if not self._started:
            self._started = True
            self._at_first()
            self._left = self._next_size() if self._in_chunks else self._left
        if self.exhausted:
            return 0
        data = self._stream.read(min(len(buffer), self._left))
        if not data:
            raise ConnectionError("the connection closed inside a request's body")
        self._left -= len(data)
        if not self._left and self._in_chunks:
            if self._line():
                raise BadRequest("a chunk of the body is longer than its size")
            self._left = self._next_size()
        self.exhausted = not self._left
        buffer[: len(data)] = data
        return len(data)

    def _next_size(self) -> int:
        """The next chunk's size; after the last one, 0 and the body is read to its end.

        Extensions and trailers are ignored, as RFC 9112 has it."""
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
        try:
            return self._stream.line(_MAX_LINE)
        except LineTooLong:
            raise BadRequest("a line between the chunks of the body is too long") from None
