"""What a connection brings, read with a bound and a deadline."""

from __future__ import annotations

import socket
import time

_RECEIVE = 64 * 1024  # bytes asked for at a time


class LineTooLong(ValueError):
    """A line has no end within its bound."""


class Stream:
    """The bytes of a connection in their order, of which only the next few are held.

    `OSError` from every method when the connection breaks or stalls (`socket.timeout`).
    """

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._buffer = bytearray()

    def peek(self) -> bytes:
        """The next byte, left where it is; empty at the end."""
        return bytes(self._buffer[:1]) if self._buffer or self._receive() else b""

    def line(self, limit: int, deadline: float | None = None) -> bytes:
        """The next line without its end (CRLF or LF), of at most `limit` bytes.

        `deadline` (monotonic s) bounds the whole line, for those who send a byte a minute.
        `LineTooLong`, `ConnectionError` where the connection ends before the line does.
        """
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0 and len(self._buffer) <= limit:
            searched = len(self._buffer)
            if deadline is not None:
                self._connection.settimeout(max(0.001, deadline - time.monotonic()))
            if not self._receive():
                raise ConnectionError("the connection closed inside a line")
        if not 0 <= end <= limit:
            raise LineTooLong
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return line[:-1] if line.endswith(b"\r") else line

    def read(self, size: int) -> bytes:
        """What has come of the next `size` bytes, one at least; empty at the end."""
        if not self._buffer:
            return self._connection.recv(size)
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        return data

    def _receive(self) -> bool:
        """Take what comes next; False at the end."""
        data = self._connection.recv(_RECEIVE)
        self._buffer += data
        return bool(data)
