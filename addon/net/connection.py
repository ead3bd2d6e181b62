"""A connection: request after request, until either side wants no more.

A sync is ten requests, and on a phone's Wi-Fi each new connection costs a round trip. Nothing here
writes to stdout or stderr, or has a library do so: Anki shows as an error what lands there.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import time
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from ..protocol.faults import BadRequest
from .body import RequestBody
from .environ import environ
from .head import BEGINNINGS, MAX_HEAD, Head, Refused, parse
from .response import ResponseWriter, refuse
from .stream import LineTooLong, Stream

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

log = logging.getLogger(__name__)

# Seconds a connection may lie idle between requests. The clients' HTTP library reuses one for 90
# seconds; closing earlier could meet a request that is just being sent and cannot be repeated.
IDLE_TIMEOUT = 120.0
# Seconds for a new connection to send its first byte, for the head of a request to be whole, and
# for bytes to go on moving.
IO_TIMEOUT = 60.0

# What is read and thrown away after an early refusal, so that the client gets to see the answer
# and not a reset connection.
_LINGER_BYTES = 16 * 1024 * 1024
_LINGER_SECONDS = 2.0


class ConnectionPolicy(Protocol):
    """What a server says about its connections."""

    def has_room(self) -> bool:
        """Whether one may stay open for its next request."""

    def busy(self, connection: socket.socket) -> AbstractContextManager[None]:
        """Held while a request is answered."""


class Connection:
    """One client's connection, from its first byte on."""

    def __init__(
        self,
        connection: socket.socket,
        peer: tuple[str, int],
        app: WSGIApplication,
        policy: ConnectionPolicy,
    ) -> None:
        """`peer` is the other end's address and port."""
        self._socket = connection
        self._stream = Stream(connection)
        self._peer = peer
        self._app = app
        self._policy = policy

    def serve(self) -> None:
        """ResponseWriter request after request; returns when the connection is to be closed.

        A break is no error here: phones leave. Raises what the application raises.
        """
        try:
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.settimeout(IO_TIMEOUT)
            while self._stream.peek() and self._serve_next():
                self._socket.settimeout(IDLE_TIMEOUT)
        except OSError as error:
            log.debug("connection from %s lost: %s", self._peer[0], error)

    def _serve_next(self) -> bool:
        """ResponseWriter the next request; gives whether another may follow."""
        try:
            request = self._read_head()
            self._socket.settimeout(IO_TIMEOUT)
            with self._policy.busy(self._socket):
                stays, all_read = self._answer(request)
        except Refused as refusal:
            log.debug("%s from %s: %s", refusal.status, self._peer[0], refusal)
            refuse(self._socket, refusal.status, str(refusal))
            stays = all_read = False
        if not all_read:
            self._linger()
        return stays

    def _read_head(self) -> Head:
        """Read the head of a request, within `IO_TIMEOUT` as a whole. `Refused`."""
        deadline = time.monotonic() + IO_TIMEOUT
        left = MAX_HEAD
        lines: list[bytes] = []
        while True:
            # What begins otherwise is no HTTP; perhaps TLS, which has no line's end and waits
            # for us. Empty lines, which some send after a body, are forgiven.
            if not lines and self._stream.peek() not in BEGINNINGS:
                raise Refused(400, "this is no HTTP request")
            try:
                line = self._stream.line(left, deadline)
            except LineTooLong:
                raise Refused(431, "the head of the request is too long") from None
            left = max(0, left - len(line) - 2)
            if line:
                lines.append(line)
            elif lines:
                return parse(lines)

    def _answer(self, request: Head) -> tuple[bool, bool]:
        """Have a request answered; gives whether the connection stays, and whether all of the
        request was read. `Refused` for chunks that are none, of which the application knows
        nothing."""
        body = RequestBody(self._stream, request.length, lambda: self._go_on(request))
        here = self._socket.getsockname()
        response = ResponseWriter(self._socket, request)
        try:
            blocks = self._app(environ(request, body, self._peer, here), response.start)
        except BadRequest as fault:
            raise Refused(fault.status, fault.reason) from None
        try:
            # decided here and nowhere else: only now it is known how the answer ends
            stays = (
                request.may_stay
                and body.exhausted
                and response.ends_visibly
                and self._policy.has_room()
            )
            response.send(blocks, stays)
        finally:
            close = getattr(blocks, "close", None)
            if close is not None:
                close()
        return stays, body.exhausted

    def _go_on(self, request: Head) -> None:
        """Tell a client that waits for it to send its body."""
        if request.minor and request.values("expect") == ["100-continue"]:
            self._socket.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")

    def _linger(self) -> None:
        """Take what the client still sends, for a moment: closing with unread bytes resets the
        connection, and the client would report a network error in place of our answer."""
        deadline = time.monotonic() + _LINGER_SECONDS
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
            self._socket.settimeout(0.5)
            left = _LINGER_BYTES
            while left > 0 and time.monotonic() < deadline:
                data = self._socket.recv(64 * 1024)
                if not data:
                    break
                left -= len(data)
