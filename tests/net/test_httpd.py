from __future__ import annotations

import contextlib
import http.client
import logging
import socket
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from addon.errors import PortTaken
from addon.net import body
from addon.net import connection as connection_module
from addon.net.httpd import HttpServer, next_free_port

from .echo import connected, echo, serving


def test_a_connection_serves_request_after_request() -> None:
    with serving() as server, connected(server) as connection:
        connection.connect()
        first = connection.sock
        for body in (b"a", b"b" * 200_000, b""):
            connection.request("POST", "/", body)
            assert connection.getresponse().read() == body
        assert connection.sock is first


@pytest.mark.parametrize("path", ["/", "/stream"])
def test_chunked_bodies_work_both_ways(path: str) -> None:
    pieces = [b"x" * 70_000, b"y", b"z" * 3000]
    with serving() as server, connected(server) as connection:
        for _ in range(2):
            connection.request("POST", path, iter(pieces), encode_chunked=True)
            assert connection.getresponse().read() == b"".join(pieces)


def test_an_early_refusal_reaches_a_client_that_is_still_sending() -> None:
    with serving() as server, connected(server) as connection:
        connection.request("POST", "/refuse", bytes(8_000_000))
        response = connection.getresponse()
        assert (response.status, response.read()) == (413, b"no")
        assert response.getheader("Connection") == "close"


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5x\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
        b"POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab0\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1;" + b"x" * 5000,
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + b"a: b\r\n" * 200,
        b"POST / HTTP/1.1\r\nHost : x\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n",
        b"POST nowhere HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /\r\n\r\n",
        b"nonsense\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01",  # TLS, which then waits for an answer
    ],
)
def test_a_malformed_request_is_answered_and_the_server_goes_on(request_bytes: bytes) -> None:
    with serving() as server:
        with socket.create_connection(("127.0.0.1", server.port), 20) as raw:
            raw.sendall(request_bytes)
            assert b"400" in raw.recv(1000)
        with connected(server) as connection:
            connection.request("POST", "/", b"still here")
            assert connection.getresponse().read() == b"still here"


def test_a_client_that_disconnects_inside_its_body_does_no_harm() -> None:
    with serving() as server:
        with socket.create_connection(("127.0.0.1", server.port), 20) as raw:
            raw.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nshort")
        with connected(server) as connection:
            connection.request("POST", "/", b"still here")
            assert connection.getresponse().read() == b"still here"


def test_a_head_that_is_too_long_or_too_slow_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as server:
        for head in (b"a: " + b"x" * 32 * 1024, b"a: b\r\n" * 101 + b"\r\n"):
            with socket.create_connection(("127.0.0.1", server.port), 60) as link:
                link.sendall(b"GET / HTTP/1.1\r\n" + head)
                assert link.recv(12) == b"HTTP/1.1 431"
        monkeypatch.setattr(connection_module, "IO_TIMEOUT", 1.0)
        for head, more in ((b"GET / HTTP/1.1\r\n", b"a"), (b"", b"\n")):
            with socket.create_connection(("127.0.0.1", server.port), 60) as link:
                link.sendall(head)
                trickle(link, more)


def trickle(link: socket.socket, more: bytes) -> None:
    """Send this again and again, until the server has had enough."""
    ended = threading.Event()

    def send() -> None:
        with contextlib.suppress(OSError):
            while not ended.wait(0.1):
                link.sendall(more)

    sending = threading.Thread(target=send)
    sending.start()
    with contextlib.suppress(ConnectionError):
        assert link.recv(100) == b""
    ended.set()
    sending.join()


@pytest.mark.parametrize("beginning", ["Content-Length: 1000000", "Transfer-Encoding: chunked"])
def test_a_body_that_trickles_is_cut_off(monkeypatch: pytest.MonkeyPatch, beginning: str) -> None:
    """As its bytes, or within the line before a chunk."""
    monkeypatch.setattr(body, "PATIENCE", 0.5)
    failed = threading.Event()

    def reader(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        try:
            return echo(environ, start_response)
        except OSError:
            failed.set()
            raise

    with serving(reader) as server, socket.create_connection(("127.0.0.1", server.port)) as link:
        link.sendall(f"POST / HTTP/1.1\r\n{beginning}\r\n\r\n1;".encode())
        while not failed.wait(0.1):  # each time long before the limit between two bytes
            link.sendall(b"x")


def test_a_taken_port_is_named_with_the_next_free_one() -> None:
    with serving() as first:
        second = HttpServer(echo, "127.0.0.1", first.port)
        with pytest.raises(PortTaken) as caught:
            second.start()
        assert caught.value.port == first.port
        assert caught.value.next_free == next_free_port("127.0.0.1", first.port)
        assert caught.value.next_free not in (None, first.port)


def test_it_serves_where_werkzeug_cannot_serve(monkeypatch: pytest.MonkeyPatch) -> None:
    """A packaged Anki may have its code without what belongs to it, such as its metadata."""
    monkeypatch.setitem(sys.modules, "werkzeug.serving", None)
    with serving() as server, connected(server) as connection:
        connection.request("POST", "/", b"served")
        assert connection.getresponse().read() == b"served"


def answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=20)
    with contextlib.closing(connection):
        connection.request("POST", "/", b"served")
        return connection.getresponse().read() == b"served"


@contextlib.contextmanager
def only_ipv6_by_default(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As on Windows: a socket for IPv6 takes no IPv4 unless it is told to."""

    class Socket(socket.socket):
        def bind(self, address: Any) -> None:
            if self.family == socket.AF_INET6 and not asked:
                self.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            super().bind(address)

        def setsockopt(self, *args: Any) -> None:
            if args[:2] == (socket.IPPROTO_IPV6, socket.IPV6_V6ONLY):
                asked.append(args[2])
            super().setsockopt(*args)

    asked: list[int] = []
    with monkeypatch.context() as patch:
        patch.setattr(socket, "socket", Socket)
        yield


@pytest.mark.parametrize("host", ["::", "[::]"])
def test_listening_on_all_ipv6_addresses_includes_ipv4(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    with only_ipv6_by_default(monkeypatch):
        server = HttpServer(echo, host, 0)
        server.start()
    try:
        assert answers("127.0.0.1", server.port)
        assert answers("::1", server.port)
    finally:
        server.stop(1)


@pytest.mark.parametrize("host", ["::1", "[::1]"])
def test_listening_on_one_ipv6_address_excludes_all_others(host: str) -> None:
    server = HttpServer(echo, host, 0)
    server.start()
    try:
        assert answers("::1", server.port)
        with pytest.raises(ConnectionRefusedError):
            answers("127.0.0.1", server.port)
        with pytest.raises(PortTaken):
            HttpServer(echo, host, server.port).start()
    finally:
        server.stop(1)


@pytest.mark.parametrize("host", [".", "a..b", "x" * 300, "\udcff", "ä" * 70])
def test_an_impossible_host_name_is_an_oserror(host: str) -> None:
    with pytest.raises(OSError, match="name"):
        HttpServer(echo, host, 0).start()


@pytest.mark.parametrize("host", ["224.0.0.1", "255.255.255.255", "::ffff:224.0.0.1"])
def test_an_address_that_nobody_can_connect_to_is_refused(host: str) -> None:
    """Linux binds it and listens there."""
    with pytest.raises(OSError, match="not the address of a single computer"):
        HttpServer(echo, host, 0).start()


def test_a_host_name_is_served_at_its_ipv4_address() -> None:
    server = HttpServer(echo, "localhost", 0)
    server.start()
    try:
        assert answers("127.0.0.1", server.port)
    finally:
        server.stop(1)


def test_an_ipv4_client_is_seen_with_its_ipv4_address() -> None:
    """A socket for both sees `::ffff:127.0.0.1`."""

    def peer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [])
        return [environ["REMOTE_ADDR"].encode()]

    server = HttpServer(peer, "::", 0)
    server.start()
    try:
        for host in ("127.0.0.1", "::1"):
            connection = http.client.HTTPConnection(host, server.port, timeout=20)
            with contextlib.closing(connection):
                connection.request("GET", "/")
                assert connection.getresponse().read() == host.encode()
    finally:
        server.stop(1)


def test_a_stopped_server_frees_its_port_and_can_start_again() -> None:
    with serving() as server:
        port = server.port
        with connected(server) as connection:  # an idle connection does not hold it up
            connection.request("POST", "/", b"x")
            connection.getresponse().read()
            assert server.stop(20)
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), 5)
        again = HttpServer(echo, "127.0.0.1", port)
        again.start()
        assert again.port == port
        assert again.stop(5)


def test_a_running_request_may_finish_before_the_server_stops() -> None:
    entered, release = threading.Event(), threading.Event()

    def slow(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        entered.set()
        release.wait(20)
        return echo(environ, start_response)

    with serving(slow) as server, connected(server) as connection:
        connection.request("POST", "/", b"finished")
        assert entered.wait(20)
        threading.Timer(0.2, release.set).start()
        assert server.stop(20)
        assert connection.getresponse().read() == b"finished"


def test_a_request_that_never_ends_is_cut_off() -> None:
    entered, release = threading.Event(), threading.Event()

    def stuck(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        entered.set()
        release.wait(60)
        return echo(environ, start_response)

    with serving(stuck) as server, connected(server) as connection:
        connection.request("POST", "/", b"")
        assert entered.wait(20)
        began = time.monotonic()
        assert not server.stop(0.3)
        assert time.monotonic() - began < 20
        with pytest.raises((http.client.HTTPException, OSError)):
            connection.getresponse()
        release.set()


def test_an_application_that_fails_is_logged_and_the_server_goes_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def failing(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/fail":
            raise RuntimeError("on purpose")
        return echo(environ, start_response)

    with serving(failing) as server, caplog.at_level(logging.ERROR):
        with connected(server) as connection:
            connection.request("POST", "/fail", b"")
            with pytest.raises((http.client.HTTPException, OSError)):
                connection.getresponse()
        with connected(server) as connection:
            connection.request("POST", "/", b"still here")
            assert connection.getresponse().read() == b"still here"
    assert "on purpose" in caplog.text


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_connection_without_a_further_request_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection_module, "IDLE_TIMEOUT", 0.2)
    with serving() as server, connected(server) as connection:
        connection.request("POST", "/", b"served")
        assert connection.getresponse().read() == b"served"
        assert connection.sock is not None
        assert connection.sock.recv(1) == b""


def test_an_idle_server_never_wakes_up() -> None:
    with serving():
        (thread,) = (each for each in threading.enumerate() if each.name == "lan-sync-http")
        status = Path(f"/proc/self/task/{thread.native_id}/status")

        def wake_ups() -> int:
            (line,) = (
                line for line in status.read_text().splitlines() if line.startswith("voluntary")
            )
            return int(line.split()[1])

        time.sleep(0.2)  # it has begun to wait
        before = wake_ups()
        time.sleep(0.5)
        assert wake_ups() == before
