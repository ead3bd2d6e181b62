from __future__ import annotations

import ipaddress

from addon.net.addresses import lan_addresses


def test_addresses_are_ones_a_phone_could_type() -> None:
    addresses = lan_addresses()
    assert len(set(addresses)) == len(addresses)
    for text in addresses:
        address = ipaddress.IPv4Address(text)
        assert not address.is_loopback
        assert not address.is_link_local
