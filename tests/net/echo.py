"""Our HTTP server with an application that sends back what it gets."""

from __future__ import annotations

import contextlib
import http.client
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from addon.net.httpd import ConnectionLimits, HttpServer

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


def echo(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Sends the body back; `/refuse` answers before reading it, `/stream` in chunks."""
    if environ["PATH_INFO"] == "/refuse":
        start_response("413 Too Large", [("Content-Length", "2")])
        return [b"no"]
    data = environ["wsgi.input"].read()
    if environ["PATH_INFO"] == "/stream":
        start_response("200 OK", [])
        return (data[start : start + 1000] for start in range(0, len(data), 1000))
    start_response("200 OK", [("Content-Length", str(len(data)))])
    return [data]


@contextlib.contextmanager
def serving(
    app: Application = echo, limits: ConnectionLimits | None = None
) -> Iterator[HttpServer]:
    server = HttpServer(app, "127.0.0.1", 0, limits=limits)
    server.start()
    try:
        yield server
    finally:
        server.stop(1)


@contextlib.contextmanager
def connected(server: HttpServer) -> Iterator[http.client.HTTPConnection]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    try:
        yield connection
    finally:
        connection.close()
