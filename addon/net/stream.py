"""Read from a connection, with a limit and a deadline."""

from __future__ import annotations

import math
import re
import socket
import time

_RECEIVE = 64 * 1024  # bytes asked for at a time
_LINE_END = re.compile(rb"\r?\n")
_EMPTY_LINE = re.compile(rb"^\r?\n", re.MULTILINE)


class TooLong(ValueError):
    """A line, or a block of lines, is longer than its limit."""


class Stream:
    """The bytes of a connection, of which only the next few are held in memory.

    Every method raises OSError if the connection breaks or stalls (`socket.timeout`).
    """

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._buffer = bytearray()

    def peek(self, deadline: float = math.inf) -> bytes:
        """Return the next byte without consuming it, by `deadline` (monotonic s); empty at the
        end."""
        return bytes(self._buffer[:1]) if self._buffer or self._receive_by(deadline) else b""

    def line(self, limit: int, deadline: float) -> bytes:
        """Return the next line, of at most `limit` bytes, without its end (CRLF or LF).

        `deadline` (monotonic s) is for the whole line, as some may send one byte a minute. Raises
        TooLong, and ConnectionError if the connection ends inside the line.
        """
        return self._until(_LINE_END, limit, deadline)

    def block(self, limit: int, deadline: float) -> bytes:
        """Return the lines before the next empty one, with their ends and without that one.

        Limit and deadline are for all of them. Raises what `line` raises.
        """
        return self._until(_EMPTY_LINE, limit, deadline)

    def _until(self, ending: re.Pattern[bytes], limit: int, deadline: float) -> bytes:
        searched = 0
        while (end := ending.search(self._buffer, searched)) is None:
            # the last byte may be the CR of an ending
            if len(self._buffer) > limit + 1:
                raise TooLong
            searched = max(0, len(self._buffer) - 1)
            if not self._receive_by(deadline):
                raise ConnectionError("the connection was closed inside a line")
        if end.start() > limit:
            raise TooLong
        found = bytes(self._buffer[: end.start()])
        del self._buffer[: end.end()]
        return found

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

    def _receive_by(self, deadline: float) -> bool:
        """Receive more bytes in time; return False at the end."""
        patience = self._connection.gettimeout()
        left = max(0.001, deadline - time.monotonic())
        if patience is not None and patience <= left:
            return self._receive()
        self._connection.settimeout(left)
        try:
            return self._receive()
        finally:
            self._connection.settimeout(patience)
