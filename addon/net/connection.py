"""A connection, which is kept open for further requests.

A sync is ten requests, and on a phone's Wi-Fi each new connection costs a round trip. Nothing here
writes to stdout or stderr, or lets a library do so: Anki would show that as an error.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import ssl
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..protocol.faults import BadRequest
from .body import RequestBody
from .environ import environ
from .head import BEGINNINGS, MAX_HEAD, Head, Refused, parse_head
from .response import ResponseWriter, refuse
from .stream import Stream, TooLong
from .tls import HANDSHAKE_TIMEOUT

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

log = logging.getLogger(__name__)

# Seconds a connection may be idle between requests. The clients' HTTP library reuses one for 90
# seconds; if we closed it earlier, that could hit a request just being sent, which is not repeated.
IDLE_TIMEOUT = 120.0
# Seconds for a new connection to send its first byte, for the head of a request to arrive in full,
# and between any two bytes after that.
IO_TIMEOUT = 60.0

# How much is read and dropped after an early refusal, so that the client sees the response and not
# a reset connection.
_LINGER_BYTES = 16 * 1024 * 1024
_LINGER_SECONDS = 2.0


class Connection:
    """One client's connection."""

    def __init__(
        self,
        connection: socket.socket,
        peer: tuple[str, int],
        here: tuple[str, int],
        app: WSGIApplication,
        has_room: Callable[[Connection], bool],
    ) -> None:
        """`peer` and `here` are the addresses and ports of its ends; `has_room` tells whether it
        may stay open for its next request."""
        self._socket = connection
        self._scheme = "https" if isinstance(connection, ssl.SSLSocket) else "http"
        self._stream = Stream(connection)
        self.peer = peer
        self._here = here
        self._app = app
        self._has_room = has_room
        self.is_busy = False  # with a request

    def break_off(self) -> None:
        """Make `serve` end, from another thread."""
        with contextlib.suppress(OSError):  # already closed
            # not a TLS socket's own method, after which its thread would send in plain text
            socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def serve(self) -> None:
        """Handle requests; return when the connection should be closed.

        A broken connection is not an error: phones leave. Raises what the application raises.
        """
        try:
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if not self._shake_hands():
                return
            self._be_patient(IO_TIMEOUT)
            while self._stream.peek() and self._serve_next():
                self._be_patient(IDLE_TIMEOUT)
        except OSError as error:
            log.debug("connection from %s lost: %s", self.peer[0], error)

    def _shake_hands(self) -> bool:
        """Agree on the encryption, if this is a TLS connection; return whether that worked."""
        if not isinstance(self._socket, ssl.SSLSocket):
            return True
        self._socket.settimeout(HANDSHAKE_TIMEOUT)
        try:
            self._socket.do_handshake()
        except ssl.SSLError as error:  # such as plain HTTP, or a client that trusts others only
            log.debug("no TLS with %s: %s", self.peer[0], error)
            self._linger()
            return False
        return True

    def _serve_next(self) -> bool:
        """Handle the next request; return whether another may follow."""
        try:
            request = self._read_head()
            self._be_patient(IO_TIMEOUT)
            self.is_busy = True
            stays, all_read = self._respond(request)
        except Refused as refusal:
            log.debug("%s from %s: %s", refusal.status, self.peer[0], refusal)
            refuse(self._socket, refusal.status, str(refusal))
            stays = all_read = False
        finally:
            self.is_busy = False
        if not all_read:
            self._linger()
        return stays

    def _read_head(self) -> Head:
        """Read the head of a request, all within IO_TIMEOUT. Raises Refused."""
        deadline = time.monotonic() + IO_TIMEOUT
        left = MAX_HEAD
        while left > 0:
            # Anything else is not HTTP, perhaps TLS, which sends no end of line and waits for us.
            if self._stream.peek(deadline) not in BEGINNINGS:
                raise Refused(400, "this is not an HTTP request")
            try:
                head = self._stream.block(left, deadline)
            except TooLong:
                break
            if head:
                return parse_head(head)
            left -= 2  # an empty line, which some clients send after a body
        raise Refused(431, "the head of the request is too long")

    def _respond(self, request: Head) -> tuple[bool, bool]:
        """Pass a request to the application and send its response.

        Returns whether the connection stays open, and whether all of the request was read. Raises
        Refused for malformed chunks, which the application does not handle.
        """
        body = RequestBody(self._stream, request.length, lambda: self._send_continue(request))
        response = ResponseWriter(self._socket, request)
        try:
            blocks = self._app(
                environ(request, body, self.peer, self._here, self._scheme), response.start
            )
        except BadRequest as fault:
            raise Refused(fault.status, fault.reason) from None
        try:
            # decided only here, where the form of the response is known
            stays = (
                request.may_stay
                and body.exhausted
                and response.ends_visibly
                and self._has_room(self)
            )
            response.send(blocks, stays)
        finally:
            close = getattr(blocks, "close", None)
            if close is not None:
                close()
        return stays, body.exhausted

    def _be_patient(self, seconds: float) -> None:
        """Set the timeout, which is a call into the system even if it stays the same."""
        if self._socket.gettimeout() != seconds:
            self._socket.settimeout(seconds)

    def _send_continue(self, request: Head) -> None:
        """Tell a client to send its body, if it waits for that."""
        if request.minor and request.values("expect") == ["100-continue"]:
            self._socket.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")

    def _linger(self) -> None:
        """Read what the client still sends, for a moment.

        Closing with unread bytes resets the connection, and the client would report a network error
        instead of our response.
        """
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
