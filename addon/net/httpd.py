"""werkzeug's threaded server, adapted to run inside a desktop program.

Its request handler, Python's own, writes to stderr for each odd byte from outside and closes the
connection after each response: `connection` replaces it. If the port is taken, it calls `sys.exit`:
we bind the socket ourselves. It starts a thread for each connection: `workers` uses them again.
Added here are a limit on connections, and a stop within seconds.
"""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import logging
import selectors
import socket
import sys
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from werkzeug.serving import ThreadedWSGIServer

from .. import threads
from ..errors import PortTaken
from .allow import Allow
from .connection import Connection
from .tls import Certificate
from .workers import Workers

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ConnectionLimits:
    """How many connections may be open."""

    total: int = 64
    # so that one stranger cannot take them all; as many as all where they come through a proxy
    per_address: int = 32


# No memory or file handles are left. The last two are Windows' WSAEMFILE and WSAENOBUFS.
_EXHAUSTED = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM, 10024, 10055}
_PAUSE = 0.1  # seconds

# On Windows, a port that another program uses exclusively gives EACCES.
_TAKEN = {errno.EADDRINUSE} | ({errno.EACCES} if sys.platform == "win32" else set())


class _Server(ThreadedWSGIServer):
    """The server, which knows its open connections."""

    def __init__(
        self,
        listener: socket.socket,
        app: WSGIApplication,
        allow: Allow,
        certificate: Certificate | None,
        limits: ConnectionLimits,
    ) -> None:
        super().__init__("127.0.0.1", 0, app, fd=listener.fileno())
        self._allow = allow
        self._certificate = certificate
        self._limits = limits
        # werkzeug has made a copy, for the family of the address above
        self.socket.close()
        self.socket = listener
        self.server_address = listener.getsockname()
        self._workers = Workers("lan-sync-connection")
        self._guard = threading.Lock()
        self._open: dict[Any, Connection] = {}
        self._stopping = False
        self._end, self._ender = socket.socketpair()  # readable once `_ender` is closed

    def server_bind(self) -> None:
        """Do nothing: the werkzeug of Anki 2.1.50 to 2.1.56 would bind the socket again."""

    def server_activate(self) -> None:
        """Do nothing, as above."""

    def run(self) -> None:
        """Accept connections until `shutdown`."""
        try:
            self._take_connections()
        finally:
            self.socket.close()
            self._end.close()
            self._workers.end()

    def _take_connections(self) -> None:
        """Sleep until someone connects: `serve_forever` would look twenty times a second whether it
        is to end, and keep a laptop's processor awake."""
        with selectors.DefaultSelector() as selector:
            selector.register(self.socket, selectors.EVENT_READ)
            selector.register(self._end, selectors.EVENT_READ)
            while True:
                ready = [key.fileobj for key, _ in selector.select()]
                if self._end in ready:
                    return
                self._take_connection()

    def _take_connection(self) -> None:
        """Do what `handle_request` does, which first waits for a connection once more."""
        try:
            connection, address = self.get_request()
        except OSError as error:
            log.debug("no connection accepted: %s", error)
            if error.errno in _EXHAUSTED:  # it stays in the queue: do not ask for it at once again
                time.sleep(_PAUSE)
            return
        try:
            if self.verify_request(connection, address):
                self.process_request(connection, address)
                return
        except OSError as error:  # it has been broken off
            log.debug("connection from %s lost: %s", address[0], error)
        except Exception:
            self.handle_error(connection, address)
        self.shutdown_request(connection)

    def get_request(self) -> tuple[socket.socket, Any]:
        """Accept a connection. Raises OSError if it is gone already."""
        connection, address = self.socket.accept()
        if self._certificate is None:
            return connection, address
        try:
            # the handshake follows in the connection's own thread: here, one visitor who says
            # nothing would keep all others waiting
            secure = self._certificate.context().wrap_socket(
                connection, server_side=True, do_handshake_on_connect=False
            )
        except BaseException:
            connection.close()
            raise
        return secure, address

    def verify_request(self, request: Any, client_address: Any) -> bool:
        """Accept a connection, or drop it before anything is read."""
        peer, here = client_address[:2], request.getsockname()[:2]
        if not self._allow.admits(peer[0], here[0]):
            log.info("connection from %s refused: not from %s", peer[0], self._allow.value)
            return False
        with self._guard:
            open_now, from_there = len(self._open), self._open_from(peer[0])
            if open_now < self._limits.total and from_there < self._limits.per_address:
                self._open[request] = Connection(request, peer, here, self.app, self._has_room)
                return True
        log.warning(
            "connection from %s dropped: %d are open, %d from there", peer[0], open_now, from_there
        )
        return False

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serve a connection in a thread that may have served others."""
        self._workers.start(lambda: self.process_request_thread(request, client_address))

    def finish_request(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """Serve a connection, in its thread."""
        self._open[request].serve()

    def shutdown_request(self, request: Any) -> None:
        with self._guard:
            self._open.pop(request, None)
        with contextlib.suppress(OSError):  # the client may be gone
            request.close()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        log.error("connection from %s failed", client_address[0], exc_info=sys.exc_info())

    def _open_from(self, address: str) -> int:
        """Return how many connections from an address are open. Call it with the guard held."""
        return sum(each.peer[0] == address for each in self._open.values())

    def _has_room(self, connection: Connection) -> bool:
        """Return whether a connection may stay open for its next request.

        Half of the places, also of those for an address, are kept for new connections.
        """
        with self._guard:
            return (
                not self._stopping
                and len(self._open) <= self._limits.total // 2
                and self._open_from(connection.peer[0]) <= self._limits.per_address // 2
            )

    def shutdown(self) -> None:
        """Make `run` end, from another thread."""
        self._ender.close()

    def end_connections(self, deadline: float) -> bool:
        """Close idle connections now, and busy ones at `deadline` (monotonic s).

        Returns whether no connection was busy any more.
        """
        with self._guard:
            self._stopping = True
        quiet = False
        while not quiet and time.monotonic() < deadline:
            self._break_connections(busy_too=False)
            with self._guard:
                quiet = not any(each.is_busy for each in self._open.values())
            if not quiet:
                time.sleep(0.02)
        self._break_connections(busy_too=True)
        return quiet

    def _break_connections(self, busy_too: bool) -> None:
        with self._guard:
            breaking = [each for each in self._open.values() if busy_too or not each.is_busy]
        for each in breaking:
            each.break_off()


class HttpServer:
    """Serves a WSGI application in its own thread, from `start` to `stop`."""

    def __init__(
        self,
        app: WSGIApplication,
        host: str,
        port: int,
        allow: Allow = Allow.EVERYONE,
        certificate: Certificate | None = None,
        limits: ConnectionLimits | None = None,
    ) -> None:
        """With `port` 0, the system chooses one. With a certificate, only https is served. Nothing
        happens before `start`."""
        self._limits = limits or ConnectionLimits()
        self._certificate = certificate
        self._allow = allow
        self._app = app
        self._host = host
        self._port = port
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The port that is served, or that was asked for."""
        return int(self._server.socket.getsockname()[1]) if self._server else self._port

    def start(self) -> None:
        """Bind and serve. Raises PortTaken, and OSError for an address that is not ours."""
        listener = bind(self._host, self._port)
        self._server = _Server(listener, self._app, self._allow, self._certificate, self._limits)
        self._thread = threads.start(self._server.run, "lan-sync-http")

    def stop(self, timeout: float = 5.0) -> bool:
        """Stop listening; give running requests `timeout` seconds, then close their connections.

        Returns whether all requests ended in time.
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
    """Return a listening socket. Raises PortTaken with the next free port, or another OSError."""
    try:
        return _bind(host, port)
    except OSError as error:
        if port and error.errno in _TAKEN:
            raise PortTaken(port, next_free_port(host, port)) from error
        raise


def _bind(host: str, port: int) -> socket.socket:
    family, address = _resolved(host, port)
    listener = socket.socket(family)
    try:
        if sys.platform == "win32":
            # elsewhere, SO_REUSEADDR only avoids the wait after a restart; on Windows it lets two
            # programs share a port silently
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            # "::" includes all IPv4 addresses; on Windows and some BSDs only with this option
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        listener.bind(address)
        listener.listen(128)
    except BaseException:
        listener.close()
        raise
    return listener


def _resolved(host: str, port: int) -> tuple[socket.AddressFamily, Any]:
    """Resolve a host name or an address; one of IPv6 may have brackets."""
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except UnicodeError:  # Python checks names before it asks the system
        raise socket.gaierror(socket.EAI_NONAME, "this is not a valid host name") from None
    # for a name with both kinds of address, use IPv4
    family, *_, address = min(found, key=lambda each: each[0] != socket.AF_INET)
    number = ipaddress.ip_address(str(address[0]).partition("%")[0])
    number = getattr(number, "ipv4_mapped", None) or number
    if number.is_multicast or str(number) == "255.255.255.255":
        # Linux would listen there, and nobody could connect
        raise OSError(errno.EADDRNOTAVAIL, "not the address of a single computer")
    return family, address


def next_free_port(host: str, taken: int) -> int | None:
    """Return the first free port among the hundred after `taken`."""
    for port in range(taken + 1, min(taken + 101, 65536)):
        try:
            _bind(host, port).close()
        except OSError:
            continue
        return port
    return None
