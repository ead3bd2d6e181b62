"""Write responses in the request's version of HTTP."""

from __future__ import annotations

import functools
import itertools
import socket
import time
from collections.abc import Callable, Iterable
from email.utils import formatdate
from http import HTTPStatus
from typing import Any

from .head import Head

# Send headers and a small body in one packet: Nagle's algorithm would delay a second by 40 ms.
_BUFFER_SIZE = 64 * 1024
_SERVER = ("Server", "LAN-Sync")


class ResponseWriter:
    """Writes the response to one request. Raises OSError if the connection breaks."""

    def __init__(self, connection: socket.socket, request: Head) -> None:
        self._connection = connection
        self._request = request
        self._status = ""
        self._headers: list[tuple[str, str]] = []
        self._written: list[bytes] = []

    def start(
        self,
        status: str,
        headers: list[tuple[str, str]],
        exc_info: Any = None,  # noqa: ARG002 (WSGI's signature)
    ) -> Callable[[bytes], object]:
        """WSGI's `start_response`."""
        self._status, self._headers = status, headers
        return self._written.append

    @property
    def ends_visibly(self) -> bool:
        """Whether the client can find the end of the response while the connection stays open."""
        return self._is_sized or self._request.minor > 0

    @property
    def _is_sized(self) -> bool:
        return any(name.lower() == "content-length" for name, _ in self._headers)

    def send(self, blocks: Iterable[bytes], stays: bool) -> None:
        """Send headers and body; `stays` tells the client that the connection stays open."""
        chunked = not self._is_sized and self._request.minor > 0
        headers = [*self._headers]
        if chunked:
            headers.append(("Transfer-Encoding", "chunked"))
        if not stays:
            headers.append(("Connection", "close"))
        elif not self._request.minor:
            headers.append(("Connection", "keep-alive"))
        pending = _head(self._request.minor, self._status, headers)
        if self._request.method != "HEAD":
            for block in filter(None, itertools.chain(self._written, blocks)):
                pending += b"%x\r\n%b\r\n" % (len(block), block) if chunked else block
                if len(pending) >= _BUFFER_SIZE:
                    self._connection.sendall(pending)
                    pending.clear()
            if chunked:
                pending += b"0\r\n\r\n"
        self._connection.sendall(pending)


def refuse(connection: socket.socket, status: int, reason: str) -> None:
    """Answer a request that never reached the application, and announce the connection's end."""
    text = reason.encode()
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(text))),
        ("Connection", "close"),
    ]
    line = f"{status} {HTTPStatus(status).phrase}"
    connection.sendall(_head(1, line, headers) + text)


def _head(minor: int, status: str, headers: Iterable[tuple[str, str]]) -> bytearray:
    lines = [f"HTTP/1.{minor} {status}"]
    date = ("Date", _date(int(time.time())))
    lines += [f"{k}: {v}" for k, v in (_SERVER, date, *headers)]
    return bytearray("\r\n".join([*lines, "", ""]).encode("latin-1"))


@functools.lru_cache(maxsize=1)  # formatting it takes longer than the rest of a small head
def _date(seconds: int) -> str:
    return formatdate(seconds, usegmt=True)
