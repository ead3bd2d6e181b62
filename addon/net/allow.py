"""Who may connect, decided by a visitor's address alone."""

from __future__ import annotations

import functools
import ipaddress
from enum import Enum

# RFC 1918, RFC 6598 (carriers and Tailscale), RFC 3927, RFC 4193, RFC 4291. Not `is_private`, which
# has more in it, and other networks in each Python.
_MY_NETWORKS = tuple(
    ipaddress.ip_network(each)
    for each in (
        *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16"),
        *("fc00::/7", "fe80::/10"),
    )
)


class Allow(str, Enum):
    """A value of the setting `allow`."""

    THIS_COMPUTER = "this-computer"
    MY_NETWORKS = "my-networks"  # private, link-local and shared addresses
    EVERYONE = "everyone"

    def admits(self, peer: str, here: str) -> bool:
        """Return whether a connection from the address `peer` to `here` may be served.

        Both are as sockets give them: `192.168.1.5`, `::ffff:192.168.1.5`, `fe80::1%eth0`.
        """
        if self is Allow.EVERYONE:
            return True
        # equal if a program of this computer uses one of its other addresses
        return peer == here or _is_admitted(self, peer)


@functools.lru_cache(maxsize=64)  # the same few devices come again and again
def _is_admitted(allow: Allow, peer: str) -> bool:
    try:
        address = ipaddress.ip_address(peer.partition("%")[0])
    except ValueError:
        return False
    address = getattr(address, "ipv4_mapped", None) or address
    if address.is_loopback:
        return True
    return allow is Allow.MY_NETWORKS and is_of_my_networks(str(address))


def is_of_my_networks(address: str) -> bool:
    """Return whether a numeric address is one that no router passes on to the internet."""
    number = ipaddress.ip_address(address.partition("%")[0])
    return any(number in each for each in _MY_NETWORKS if each.version == number.version)
