"""Who may connect: by address, and at a port that really listens."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest

from addon.hosting import LanServer
from addon.net.allow import Allow

HERE = "192.168.1.5"
LOOPBACK = ("127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1")
MINE = (
    *("10.1.2.3", "172.16.0.1", "172.31.255.254", "192.168.1.9", "169.254.7.7", "100.64.0.1"),
    *("100.127.255.254", "fe80::1", "fe80::1%eth0", "fd12:3456::1", "::ffff:192.168.1.9"),
)
OTHERS = (
    *("8.8.8.8", "172.32.0.1", "100.63.255.255", "100.128.0.1", "192.0.2.1", "198.18.0.1"),
    *("2001:db8::1", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::a00:1", "::", "0.0.0.0", ""),
)


def admitted(allow: Allow, peers: tuple[str, ...]) -> set[str]:
    return {peer for peer in peers if allow.admits(peer, HERE)}


def test_each_choice_admits_the_addresses_it_names() -> None:
    everyone = (*LOOPBACK, *MINE, *OTHERS)
    assert admitted(Allow.EVERYONE, everyone) == set(everyone)
    assert admitted(Allow.MY_NETWORKS, everyone) == {*LOOPBACK, *MINE}
    assert admitted(Allow.THIS_COMPUTER, everyone) == set(LOOPBACK)


@pytest.mark.parametrize("allow", Allow)
@pytest.mark.parametrize("address", ["192.168.1.5", "203.0.113.5", "::ffff:203.0.113.5"])
def test_this_computer_reaches_itself_at_each_of_its_addresses(allow: Allow, address: str) -> None:
    assert allow.admits(address, address)


@pytest.fixture
def far_away(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Make each visitor appear to come from the internet while the event is set."""
    away = threading.Event()
    accept = socket.socket.accept

    def from_the_internet(listener: socket.socket) -> tuple[socket.socket, object]:
        connection, address = accept(listener)
        return connection, (("203.0.113.7", address[1]) if away.is_set() else address)

    monkeypatch.setattr(socket.socket, "accept", from_the_internet)
    return away


def answer_to(port: int, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), 30) as visitor:
        visitor.sendall(request)
        return visitor.recv(100)


def test_a_visitor_from_elsewhere_is_dropped_before_a_byte_is_read(
    tmp_path: Path, far_away: threading.Event
) -> None:
    request = b"GET /health HTTP/1.0\r\n\r\n"
    for allow, served in ((Allow.MY_NETWORKS, False), (Allow.EVERYONE, True)):
        server = LanServer(tmp_path / allow.value, "127.0.0.1", 0, allow=allow)
        server.start()
        try:
            far_away.clear()
            assert b" 200 " in answer_to(server.port, request)
            far_away.set()
            with socket.create_connection(("127.0.0.1", server.port), 30) as visitor:
                if served:
                    visitor.sendall(request)
                    assert b" 200 " in visitor.recv(100)
                else:  # closed although nothing was sent
                    assert visitor.recv(100) == b""
        finally:
            far_away.clear()
            server.stop()
