from __future__ import annotations

import socket

import pytest

from addon.net.own_names import OwnNames

COMPUTER = socket.gethostname()


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1:27701", "192.168.1.5", "8.8.8.8:80", "[::1]:27701", "[fe80::1%25eth0]:1"),
        *("localhost:27701", "localhost", "mypc", "MyPC:27701", "mypc.local", "mypc.local.:5"),
        *("mypc.lan", "mypc.home.arpa", "a.b.internal", "mypc.tail1234.ts.net", "pc.fritz.box"),
        *(COMPUTER, f"{COMPUTER}:27701", socket.getfqdn(), ""),
    ],
)
def test_numeric_addresses_and_names_of_this_network_are_ours(host: str) -> None:
    assert OwnNames().include(host)


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example.com", "evil.example.com:27701", "local.evil.com", "127.0.0.1.evil.com"),
        *("x.locals", "xlocal.com:1", "192-168-1-5.evil.com", "fritz.box.evil.com", "box.com"),
        *(f"{COMPUTER}.evil.com", "anki.example.org"),
    ],
)
def test_names_that_a_website_can_have_are_not(host: str) -> None:
    assert not OwnNames().include(host)
    assert not OwnNames(["anki.example.com"]).include(host)


def test_configured_names_are_ours_too() -> None:
    names = OwnNames(["Anki.example.org", "other.example."])
    assert names.include("anki.example.org:443")
    assert names.include("ANKI.EXAMPLE.ORG.")
    assert names.include("other.example")
    assert not names.include("sub.anki.example.org")
