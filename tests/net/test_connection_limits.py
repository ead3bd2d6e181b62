"""How many connections may be open, and how many of them may wait for a further request."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from addon.net.httpd import ConnectionLimits

from .echo import connected, serving


@pytest.mark.parametrize("limits", [ConnectionLimits(2, 9), ConnectionLimits(9, 2)])
def test_connections_beyond_the_limit_are_dropped(limits: ConnectionLimits) -> None:
    with serving(limits=limits) as server, contextlib.ExitStack() as stack:
        kept = [stack.enter_context(connected(server)) for _ in range(2)]
        for connection in kept:
            connection.connect()
        with socket.create_connection(("127.0.0.1", server.port), 20) as third:
            assert third.recv(10) == b""
        kept[0].request("POST", "/", b"served")
        assert kept[0].getresponse().read() == b"served"


def test_the_limit_of_an_address_leaves_room_for_others() -> None:
    with serving(limits=ConnectionLimits(9, 2)) as server, contextlib.ExitStack() as stack:
        for _ in range(2):
            stack.enter_context(connected(server)).connect()
        other = ("127.0.0.2", 0)
        address = ("127.0.0.1", server.port)
        with socket.create_connection(address, 60, source_address=other) as visitor:
            visitor.sendall(b"GET /refuse HTTP/1.0\r\n\r\n")
            assert visitor.recv(12) == b"HTTP/1.0 413"


def test_kept_connections_of_an_address_leave_room_for_new_ones_from_there() -> None:
    """As of a household behind a router whose phones all keep theirs for a while."""
    with serving(limits=ConnectionLimits(64, 8)) as server, contextlib.ExitStack() as stack:
        for _ in range(20):
            phone = stack.enter_context(connected(server))
            phone.request("POST", "/", b"served")
            assert phone.getresponse().read() == b"served"


_STARVED = r"""
import logging, os, resource, socket, time
from addon.net.httpd import HttpServer

def app(environ, start):
    start("200 OK", [("Content-Length", "2")])
    return [b"ok"]

class Count(logging.Handler):
    def emit(self, record):
        attempts.append(record)

attempts = []
log = logging.getLogger("addon.net.httpd")
log.addHandler(Count())
log.setLevel(logging.DEBUG)
server = HttpServer(app, "127.0.0.1", 0)
server.start()
with socket.create_connection(("127.0.0.1", server.port)) as first:  # until it has all it needs
    first.sendall(b"GET / HTTP/1.0\r\n\r\n")
    while first.recv(100):
        pass
client = socket.socket()
resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
taken = []
try:
    while True:
        taken.append(os.dup(0))
except OSError:
    client.connect(("127.0.0.1", server.port))
began = time.monotonic()
time.sleep(0.5)
print(len(attempts) / (time.monotonic() - began))
for file in taken:
    os.close(file)
client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
print(client.recv(100).decode().splitlines()[0])
server.stop()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sets a limit that Windows does not have")
def test_without_file_handles_it_waits_and_then_goes_on() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _STARVED],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    attempts, answer = done.stdout.splitlines()
    assert 0 < float(attempts) < 20  # each second; a loop without pauses makes thousands
    assert answer == "HTTP/1.1 200 OK"
