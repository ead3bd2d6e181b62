"""The addresses at which other devices may reach this computer."""

from __future__ import annotations

import ipaddress
import logging
import re
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import ifaddr

from .commands import NotRun, output

logger = logging.getLogger(__name__)

# Adapters that lead to no phone: containers, virtual machines, tunnels.
_VIRTUAL = re.compile(
    r"docker|veth|vethernet|virbr|vmnet|vmware|virtualbox|vbox|hyper-v|wsl|br-|podman|lxc|cni"
    r"|tun|tap|utun|wg|wireguard|zerotier|zt|tailscale|ppp|vpn|hamachi|bluetooth|loopback",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)


@dataclass(frozen=True)
class Address:
    """An IPv4 address of this computer."""

    ip: str
    adapter: str  # the adapter's name as the system shows it
    likely: bool  # the default route uses it, and it is not virtual
    virtual: bool  # a tunnel, container or virtual machine


def addresses() -> list[Address]:
    """Return this computer's IPv4 addresses, the one most likely to work for a phone first.

    That is the address of the default route, then come other private ones. Virtual adapters and
    VPNs are last, even if a VPN has taken over the default route. Without a network the list is
    empty.
    """
    outward = _outward_address()
    found: dict[str, Address] = {}
    if outward is not None:  # known even if the system does not list its adapters
        found[outward] = Address(outward, "", likely=True, virtual=False)
    for adapter in _adapters():
        virtual = any(_VIRTUAL.match(name) for name in (adapter.name, adapter.nice_name))
        for ip in adapter.ips:
            if not isinstance(ip.ip, str):  # IPv6: nobody types that on a phone
                continue
            if _if_outward(ip.ip):
                likely = ip.ip == outward and not virtual
                found[ip.ip] = Address(ip.ip, adapter.nice_name, likely, virtual)
    return sorted(
        found.values(),
        key=lambda each: (
            each.virtual,
            each.ip != outward,
            not ipaddress.IPv4Address(each.ip).is_private,
        ),
    )


def lan_addresses() -> list[str]:
    """Return the same addresses as text."""
    return [address.ip for address in addresses()]


def local_name() -> str | None:
    """Return this computer's `.local` name; None if nothing here answers to it.

    Windows and macOS always do, Linux if Avahi is running. Phones can resolve such names
    on iOS and, without a VPN or private DNS, on Android 12 and later. May take a second.
    """
    if sys.platform == "darwin":
        try:
            return _as_local(output(["scutil", "--get", "LocalHostName"]))
        except NotRun:
            return None
    if sys.platform != "win32" and not Path("/run/avahi-daemon/socket").exists():
        return None
    return _as_local(socket.gethostname())


def _as_local(name: str) -> str | None:
    label = name.strip().partition(".")[0].lower()
    return f"{label}.local" if _LABEL.fullmatch(label) and label != "localhost" else None


def hosts(found: Sequence[Address], name: str | None) -> list[str]:
    """Return the hosts to offer a phone: the likeliest address, the `.local` name, the others."""
    ips = [address.ip for address in found]
    return [*ips[:1], *([name] if name else []), *ips[1:]]


@dataclass(frozen=True)
class Move:
    """This computer has a new address; phones still use the old one."""

    old: str
    new: str


def moved(known: Sequence[str], now: Sequence[str]) -> Move | None:
    """Return how this computer's address changed; None if phones can still use the one they have.

    `known` are the addresses (or URLs) when a phone last connected, `now` the present ones, both
    best first. Only the first matters: a container's address is the same on every network. Returns
    None without a network: that is another problem, after which the address may be the same.
    """
    if not known or not now or known[0] in now:
        return None
    return Move(known[0], now[0])


def _adapters() -> list[ifaddr.Adapter]:
    try:
        return list(ifaddr.get_adapters())
    except OSError as error:  # out of memory or file handles, or a system call Windows refuses
        logger.warning("cannot list this computer's network adapters: %s", error)
        return []


def _outward_address() -> str | None:
    """Return the address of the default route.

    Connecting a datagram socket sends nothing; the target is reserved for documentation.
    """
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(("192.0.2.1", 9))
            return _if_outward(str(probe.getsockname()[0]))
    except OSError:
        return None


def _if_outward(ip: str) -> str | None:
    address = ipaddress.IPv4Address(ip)
    inward = address.is_loopback or address.is_link_local or address.is_unspecified
    return None if inward else ip
