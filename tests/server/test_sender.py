"""Where requests come from, and what is kept of those that nobody is let in for."""

from __future__ import annotations

from pathlib import Path

import pytest
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from addon.server.events import Event, SignInRefused
from addon.server.sender import address_of
from tests.server.caller import Caller, application


def request(peer: str, forwarded: str = "") -> Request:
    headers = [("X-Forwarded-For", forwarded)] if forwarded else []
    builder = EnvironBuilder(headers=headers, environ_overrides={"REMOTE_ADDR": peer})
    return Request(builder.get_environ())


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("192.168.1.20", "", "192.168.1.20"),
        ("::ffff:192.168.1.20", "", "192.168.1.20"),
        ("fe80::1%eth0", "", "fe80::1%eth0"),
        ("127.0.0.1", "10.0.0.9, 192.168.1.20", "192.168.1.20"),
        ("127.0.0.1", "192.168.1.20:4711", "192.168.1.20"),
        ("127.0.0.1", "[FE80::1]:4711", "fe80::1"),
        ("127.0.0.1", "unknown", ""),
        ("", "", ""),
    ],
)
def test_the_address_is_the_senders_or_what_the_proxy_says(
    peer: str, forwarded: str, address: str
) -> None:
    assert address_of(request(peer, forwarded), behind_proxy=True) == address


def test_anyone_can_write_the_proxys_header() -> None:
    sent = request("192.168.1.20", "10.0.0.9")
    assert address_of(sent, behind_proxy=False) == "192.168.1.20"


def test_a_refused_sign_in_names_the_account_and_the_address_but_nothing_typed(
    tmp_path: Path,
) -> None:
    events: list[Event] = []
    with application(tmp_path, events) as (app, _accounts):
        stranger = Caller(app, "", address="192.168.1.66")
        for user, password in (("Anna", "guess"), ("secret", "anna")):
            assert stranger.post("hostKey", {"u": user, "p": password})[0] == 403
    assert all(isinstance(event, SignInRefused) for event in events)
    assert [(event.user, getattr(event, "address", "")) for event in events] == [
        ("anna", "192.168.1.66"),
        ("", "192.168.1.66"),
    ]
