"""Read from a connection, with a limit and a deadline."""

from __future__ import annotations

import socket
import time

_RECEIVE = 64 * 1024  # bytes asked for at a time


class LineTooLong(ValueError):
    """A line is longer than its limit."""


class Stream:
    """The bytes of a connection, of which only the next few are held in memory.

    Every method raises OSError if the connection breaks or stalls (`socket.timeout`).
    """

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._buffer = bytearray()

    def peek(self) -> bytes:
        """Return the next byte without consuming it; empty at the end."""
        return bytes(self._buffer[:1]) if self._buffer or self._receive() else b""

    def line(self, limit: int, deadline: float | None = None) -> bytes:
        """Return the next line, of at most `limit` bytes, without its end (CRLF or LF).

        `deadline` (monotonic s) is for the whole line, as some may send one byte a minute. Raises
        LineTooLong, and ConnectionError if the connection ends inside the line.
        """
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0 and len(self._buffer) <= limit:
            searched = len(self._buffer)
            if deadline is not None:
                self._connection.settimeout(max(0.001, deadline - time.monotonic()))
            if not self._receive():
                raise ConnectionError("the connection was closed inside a line")
        if not 0 <= end <= limit:
            raise LineTooLong
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return line[:-1] if line.endswith(b"\r") else line

    def read(self, size: int) -> bytes:
        """Return what has arrived of the next `size` bytes, at least one; empty at the end."""
        if not self._buffer:
            return self._connection.recv(size)
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        return data

    def _receive(self) -> bool:
        """Receive more bytes; return False at the end."""
        data = self._connection.recv(_RECEIVE)
        self._buffer += data
        return bool(data)
