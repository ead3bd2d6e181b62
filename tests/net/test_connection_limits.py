"""How many connections may be open, and how many of them may wait for a further request."""

from __future__ import annotations

import contextlib
import socket

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
