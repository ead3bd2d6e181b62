"""What arrives at an open port besides clients: each takes the port and returns when it is done.

`python -m tests.net.odd_visitors PORT`: all of them; returns when the last one is done.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

HOST = "127.0.0.1"
_HEAD = b"POST /sync/meta HTTP/1.1\r\nHost: x\r\n"
_FORM = b"Content-Type: multipart/form-data; boundary=x\r\n"


def _sent(data: bytes, ends: bool = False, patience: float = 20.0) -> Callable[[int], None]:
    """Return a visitor who sends bytes, perhaps says that these are all, and waits for the end."""

    def visit(port: int) -> None:
        with (
            contextlib.suppress(OSError),  # hung up on while sending
            socket.create_connection((HOST, port), patience) as link,
        ):
            link.sendall(data)
            if ends:
                link.shutdown(socket.SHUT_WR)
            while link.recv(65536):
                pass

    return visit


def _reset(data: bytes) -> Callable[[int], None]:
    """Return a visitor who breaks the connection off, as the system does for a killed program."""

    def visit(port: int) -> None:
        with socket.create_connection((HOST, port), 20) as link:
            link.sendall(data)
            link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return visit


def _tls(port: int) -> None:
    """A browser that was told https."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with (
        contextlib.suppress(OSError),
        socket.create_connection((HOST, port), 20) as link,
        context.wrap_socket(link),
    ):
        pass


# With what is not said, the server waits: it needs short timeouts.
VISITORS: dict[str, Callable[[int], None]] = {
    "TLS": _tls,
    "nonsense": _sent(b"nonsense\r\n\r\n"),
    "bytes": _sent(bytes(range(256)) * 20),
    "a word of HTTP/0.9": _sent(b"GET /\r\n\r\n"),
    "HTTP/2": _sent(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    "a version that is none": _sent(b"GET / HTTP/x.y\r\n\r\n"),
    "an address that is none": _sent(b"GET nowhere HTTP/1.1\r\n\r\n"),
    "a long line": _sent(b"GET /" + b"x" * 100_000),
    "a large head": _sent(b"GET / HTTP/1.1\r\n" + b"X-Y: %b\r\n" % (b"z" * 90) * 2000),
    "many headers": _sent(b"GET / HTTP/1.1\r\n" + b"a:b\r\n" * 500 + b"\r\n"),
    "a header that is none": _sent(b"GET / HTTP/1.1\r\nno header\r\n\r\n"),
    "a folded header": _sent(b"GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n"),
    "a length that is none": _sent(_HEAD + b"Content-Length: -1\r\n\r\n"),
    "two lengths": _sent(_HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n"),
    "an unknown coding": _sent(_HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n"),
    "a chunk that is none": _sent(_HEAD + _FORM + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n"),
    "a chunk too long": _sent(_HEAD + _FORM + b"Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n"),
    "an end inside the head": _sent(_HEAD, ends=True),
    "an end inside the body": _sent(_HEAD + _FORM + b"Content-Length: 9\r\n\r\nx", ends=True),
    "a reset at once": _reset(b""),
    "a reset inside the head": _reset(_HEAD),
    "a reset inside the body": _reset(_HEAD + _FORM + b"Content-Length: 9\r\n\r\nx"),
    "a reset before the answer": _reset(b"GET /health HTTP/1.1\r\n\r\n" * 50),
    "nothing": _sent(b""),
    "half a head": _sent(_HEAD),
    "half a body": _sent(_HEAD + _FORM + b"Content-Length: 9\r\n\r\nx"),
    "half a chunk": _sent(_HEAD + _FORM + b"Transfer-Encoding: chunked\r\n\r\n9\r\nx"),
    "a spare connection after an answer": _sent(b"GET /health HTTP/1.1\r\n\r\n"),
}


def visit(port: int) -> None:
    """Send them all; raises what one of them raised."""
    with ThreadPoolExecutor(8) as pool:
        visits = [pool.submit(visitor, port) for visitor in VISITORS.values()]
    for each in visits:
        each.result()


if __name__ == "__main__":
    visit(int(sys.argv[1]))
