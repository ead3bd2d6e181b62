"""The addresses by which other devices may reach this computer."""

from __future__ import annotations

import ipaddress
import re
import socket

import ifaddr

# Adapters behind which no phone is: containers, virtual machines, tunnels.
_VIRTUAL = re.compile(
    r"docker|veth|vethernet|virbr|vmnet|vmware|virtualbox|vbox|hyper-v|wsl|br-|podman|lxc|cni"
    r"|tun|tap|utun|wg|wireguard|zerotier|zt|tailscale|ppp|vpn|hamachi|bluetooth|loopback",
    re.IGNORECASE,
)


def lan_addresses() -> list[str]:
    """This computer's IPv4 addresses, the likeliest one for a phone first.

    First the one a packet to the outside would leave by, then other private ones; virtual adapters
    and VPNs last, whatever the default route says, for a VPN takes it over. Without any network
    the list is empty.
    """
    outward = _outward_address()
    found: dict[str, tuple[bool, bool, bool]] = {}
    for adapter in ifaddr.get_adapters():
        virtual = any(_VIRTUAL.match(name) for name in (adapter.name, adapter.nice_name))
        for ip in adapter.ips:
            if not isinstance(ip.ip, str):  # IPv6: nobody types that into a phone
                continue
            address = ipaddress.IPv4Address(ip.ip)
            if not (address.is_loopback or address.is_link_local or address.is_unspecified):
                found[ip.ip] = (virtual, ip.ip != outward, not address.is_private)
    return sorted(found, key=lambda ip: found[ip])


def _outward_address() -> str | None:
    """The address the default route leaves by. Connecting a datagram socket sends nothing; the
    target is one reserved for documentation."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return None
