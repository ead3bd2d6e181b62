"""werkzeug's threaded server, made fit to live inside a desktop program.

What its defaults lack here, each seen in werkzeug 2.0 to 3.1: on a taken port it calls `sys.exit`
(so the socket is bound here and handed over); it has no socket timeout and no limit on threads;
it closes the connection after each answer and then waits for bytes that never come; it sends
headers and body in two writes, which Nagle's algorithm turns into stalls of 40 ms; and its logger
adds a handler to stderr, which is None in Anki for Windows.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import socket
import sys
import threading
import time
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from typing import TYPE_CHECKING, Any

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from ..errors import PortTaken
from .connection import serve_request

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

log = logging.getLogger(__name__)

MAX_CONNECTIONS = 64
# Seconds a connection may lie idle between requests. The clients' HTTP library reuses one for 90
# seconds; closing earlier could meet a request that is just being sent and cannot be repeated.
IDLE_TIMEOUT = 120
# Seconds for a new connection to send its first request, and for bytes to go on moving.
IO_TIMEOUT = 60


# On Windows a port that another program holds for itself alone answers EACCES.
_TAKEN = {errno.EADDRINUSE} | ({errno.EACCES} if sys.platform == "win32" else set())


class _Handler(WSGIRequestHandler):
    """One connection: request after request until either side closes."""

    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = IO_TIMEOUT
    wbufsize = 64 * 1024  # headers and a small body leave in one packet

    def run_wsgi(self) -> None:
        with self.server.busy(self.connection):
            self.connection.settimeout(IO_TIMEOUT)
            try:
                stays = serve_request(self, self.server.app, self.server.has_room)
            except OSError as error:  # the phone went away, or its Wi-Fi did
                log.debug("connection lost: %s", error)
                stays = False
        self.close_connection = not stays
        if stays:
            self.connection.settimeout(IDLE_TIMEOUT)

    def log_request(self, code: Any = "-", size: Any = "-") -> None:
        """The application logs requests itself, without the keys that old clients put in them."""

    def log_message(self, format: str, *args: Any) -> None:
        log.debug("%s: " + format, self.client_address[0], *args)

    def version_string(self) -> str:
        return "LAN-Sync"


class _Server(ThreadedWSGIServer):
    """The server, knowing its open connections."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, listener: socket.socket, app: WSGIApplication) -> None:
        host, port = listener.getsockname()[:2]
        try:
            super().__init__(host, port, app, _Handler, fd=listener.fileno())
        except PackageNotFoundError:
            # The last thing werkzeug 3.1's constructor does is to ask for its own version, which
            # is unknown where a packaged Anki ships the code without its metadata.
            self._server_version = "Werkzeug"
        self._guard = threading.Lock()
        self._connections: dict[Any, bool] = {}  # whether each is busy with a request
        self._stopping = False

    def has_room(self) -> bool:
        """Whether a connection may stay open for its next request."""
        with self._guard:
            return not self._stopping and len(self._connections) <= MAX_CONNECTIONS // 2

    @contextlib.contextmanager
    def busy(self, connection: Any) -> Iterator[None]:
        with self._guard:
            self._connections[connection] = True
        try:
            yield
        finally:
            with self._guard:
                self._connections[connection] = False

    def verify_request(self, request: Any, client_address: Any) -> bool:
        """Takes the connection, or drops it where there are too many."""
        with self._guard:
            if len(self._connections) < MAX_CONNECTIONS:
                self._connections[request] = False
                return True
        log.warning("connection from %s dropped: %d are open", client_address[0], MAX_CONNECTIONS)
        return False

    def shutdown_request(self, request: Any) -> None:
        with self._guard:
            self._connections.pop(request, None)
        super().shutdown_request(request)

    def end_connections(self, deadline: float) -> bool:
        """Cut idle connections now, and busy ones at `deadline` (monotonic s); whether none was."""
        with self._guard:
            self._stopping = True
        quiet = False
        while not quiet and time.monotonic() < deadline:
            self._cut(busy_too=False)
            with self._guard:
                quiet = not any(self._connections.values())
            if not quiet:
                time.sleep(0.02)
        self._cut(busy_too=True)
        return quiet

    def _cut(self, busy_too: bool) -> None:
        with self._guard:
            chosen = [c for c, busy in self._connections.items() if busy_too or not busy]
        for connection in chosen:
            with contextlib.suppress(OSError):  # it was closing by itself
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        log.error("connection from %s failed", client_address[0], exc_info=sys.exc_info())

    def log(self, type: str, message: str, *args: Any) -> None:
        log.log(logging.ERROR if type == "error" else logging.DEBUG, message, *args)


class HttpServer:
    """Serves a WSGI application from a thread of its own, from `start` to `stop`."""

    def __init__(self, app: WSGIApplication, host: str, port: int) -> None:
        """`port` 0 lets the system choose one. Nothing happens before `start`."""
        self._app = app
        self._host = host
        self._port = port
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The port that is served, or was asked for."""
        # not the server's `port`: werkzeug 2.0 keeps that of a socket it threw away
        return int(self._server.socket.getsockname()[1]) if self._server else self._port

    def start(self) -> None:
        """Bind and serve; raises `PortTaken`, or `OSError` for an address that is not ours."""
        listener = bind(self._host, self._port)
        try:
            self._server = _Server(listener, self._app)  # duplicates the socket
        finally:
            listener.close()
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="lan-sync-http", daemon=True
        )
        self._thread.start()

    def stop(self, timeout: float = 5.0) -> bool:
        """Stop listening, let running requests end for `timeout` seconds, then cut them.

        Gives whether all ended by themselves.
        """
        if self._server is None or self._thread is None:
            return True
        deadline = time.monotonic() + timeout
        server, thread = self._server, self._thread
        self._port = self.port
        self._server = self._thread = None
        server.shutdown()
        thread.join(max(0.1, deadline - time.monotonic()))
        return server.end_connections(deadline)


def bind(host: str, port: int) -> socket.socket:
    """A listening socket; `PortTaken` names the next free port, `OSError` for other troubles."""
    try:
        return _bind(host, port)
    except OSError as error:
        if port and error.errno in _TAKEN:
            raise PortTaken(port, next_free_port(host, port)) from error
        raise


def _bind(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        if sys.platform == "win32":
            # elsewhere SO_REUSEADDR only skips the wait after a restart; on Windows it lets two
            # programs share a port without a word
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except BaseException:
        listener.close()
        raise
    return listener


def next_free_port(host: str, taken: int) -> int | None:
    """The first free port above `taken`, among the next hundred."""
    for port in range(taken + 1, min(taken + 101, 65536)):
        try:
            _bind(host, port).close()
        except OSError:
            continue
        return port
    return None
