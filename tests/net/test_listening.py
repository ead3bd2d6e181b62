"""Which addresses this computer can listen on: the system is asked."""

from __future__ import annotations

import pytest

from addon.net.listening import can_listen


@pytest.mark.parametrize("host", ["0.0.0.0", "127.0.0.1", "127.0.0.2", "localhost"])
def test_this_computers_addresses_can_be_listened_on(host: str) -> None:
    assert can_listen(host)


@pytest.mark.parametrize(
    "host",
    [
        *("192.0.2.1", "8.8.8.8", "2001:db8::1", "nobody.invalid", "\0", "x" * 300),
        # Linux binds these, but nobody can connect
        *("127.255.255.255", "255.255.255.255", "224.0.0.1"),
    ],
)
def test_other_addresses_cannot_be_listened_on(host: str) -> None:
    assert not can_listen(host)
