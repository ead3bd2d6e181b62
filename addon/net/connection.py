"""One request and its answer on an open connection, by the rules of HTTP/1.1 and WSGI.

werkzeug's own `run_wsgi` ends every connection after one answer; a sync is ten requests, and on a
phone's Wi-Fi each new connection costs a round trip.
"""

from __future__ import annotations

import contextlib
import io
import socket
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from werkzeug.serving import WSGIRequestHandler

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

# What is read and thrown away after an early refusal, so that the client gets to see the answer
# and not a reset connection.
_LINGER_BYTES = 16 * 1024 * 1024
_LINGER_SECONDS = 2.0


class _RequestBody(io.RawIOBase):
    """The request's body as a stream that ends where the body ends, and knows when it has."""

    def __init__(self, stream: Any, length: int | None) -> None:
        """`length` in bytes; None for a chunked body, whose stream ends by itself."""
        self._stream = stream
        self._left = length
        self.exhausted = length == 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        size = len(buffer) if self._left is None else min(len(buffer), self._left)
        if self.exhausted or not size:
            return 0
        data: bytes = self._stream.read(size)
        if self._left is not None:
            self._left -= len(data)
            if not data:
                raise ConnectionError("the connection closed inside a request's body")
        self.exhausted = not data or self._left == 0
        buffer[: len(data)] = data
        return len(data)


def serve_request(
    handler: WSGIRequestHandler, app: WSGIApplication, may_stay: Callable[[], bool]
) -> bool:
    """Answer the request whose headers `handler` has read; gives whether another may follow.

    `may_stay` says whether the connection may stay open. `OSError` when it breaks.
    """
    environ = handler.make_environ()
    chunked = bool(environ.get("wsgi.input_terminated"))
    length = environ.get("CONTENT_LENGTH") or "0"
    if not chunked and not (length.isascii() and length.isdigit()):
        handler.send_error(400, "Bad Content-Length")
        return False
    if handler.headers.get("Expect", "").lower().strip() == "100-continue":
        handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        handler.wfile.flush()
    body = _RequestBody(environ["wsgi.input"], None if chunked else int(length))
    environ["wsgi.input"] = body
    environ["wsgi.input_terminated"] = True

    answer = _Answer(handler)
    blocks = app(environ, answer.start_response)
    try:
        stays = body.exhausted and not handler.close_connection and may_stay()
        answer.send(blocks, stays)
    finally:
        close = getattr(blocks, "close", None)
        if close is not None:
            close()
    if not body.exhausted:
        _linger(handler)
    return stays


class _Answer:
    """Status, headers and body in the form the request's HTTP version knows."""

    def __init__(self, handler: WSGIRequestHandler) -> None:
        self._handler = handler
        self._status = ""
        self._headers: list[tuple[str, str]] = []

    def start_response(
        self,
        status: str,
        headers: list[tuple[str, str]],
        exc_info: Any = None,  # noqa: ARG002 (WSGI's signature)
    ) -> Callable[[bytes], object]:
        self._status, self._headers = status, headers
        return self._handler.wfile.write  # WSGI asks for it; the application does not use it

    def send(self, blocks: Iterable[bytes], stays: bool) -> None:
        handler = self._handler
        code, _, reason = self._status.partition(" ")
        sized = any(name.lower() == "content-length" for name, _ in self._headers)
        chunked = not sized and handler.request_version >= "HTTP/1.1"
        handler.send_response(int(code), reason)
        for name, value in self._headers:
            handler.send_header(name, value)
        if chunked:
            handler.send_header("Transfer-Encoding", "chunked")
        if not stays or not (sized or chunked):
            handler.send_header("Connection", "close")
            handler.close_connection = True
        handler.end_headers()
        write = handler.wfile.write
        for block in blocks:
            if not block or handler.command == "HEAD":
                continue
            if chunked:
                write(b"%x\r\n%b\r\n" % (len(block), block))
            else:
                write(block)
        if chunked and handler.command != "HEAD":
            write(b"0\r\n\r\n")
        handler.wfile.flush()


def _linger(handler: WSGIRequestHandler) -> None:
    """Take what the client still sends, for a moment: closing with unread bytes resets the
    connection, and the client would report a network error in place of our answer."""
    deadline = time.monotonic() + _LINGER_SECONDS
    with contextlib.suppress(OSError):
        handler.connection.shutdown(socket.SHUT_WR)
        handler.connection.settimeout(0.5)
        left = _LINGER_BYTES
        while left > 0 and time.monotonic() < deadline:
            data = handler.connection.recv(64 * 1024)
            if not data:
                break
            left -= len(data)
