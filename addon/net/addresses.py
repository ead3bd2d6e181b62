"""The addresses by which other devices may reach this computer."""

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

# Adapters behind which no phone is: containers, virtual machines, tunnels.
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
    adapter: str  # the adapter's name, as the system shows it
    likely: bool  # packets to the outside leave by it, and no tunnel or container is behind it
    virtual: bool  # a tunnel, container or virtual machine


def addresses() -> list[Address]:
    """This computer's IPv4 addresses, the likeliest one for a phone first.

    First the one a packet to the outside would leave by, then other private ones; virtual adapters
    and VPNs last, whatever the default route says, for a VPN takes it over. Without any network
    the list is empty.
    """
    outward = _outward_address()
    found: dict[str, Address] = {}
    if outward is not None:  # if the system does not tell its adapters, this one is known
        found[outward] = Address(outward, "", likely=True, virtual=False)
    for adapter in _adapters():
        virtual = any(_VIRTUAL.match(name) for name in (adapter.name, adapter.nice_name))
        for ip in adapter.ips:
            if not isinstance(ip.ip, str):  # IPv6: nobody types that into a phone
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
    """The same, as texts."""
    return [address.ip for address in addresses()]


def local_name() -> str | None:
    """This computer's `.local` name, if something here answers to it; None if not.

    Windows and macOS answer by themselves, Linux where Avahi runs. Phones find such names on iOS
    and, without a VPN or private DNS, on Android 12 and later. May take a second.
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
    """What to offer a phone, best first: the likeliest address, the `.local` name, the others."""
    ips = [address.ip for address in found]
    return [*ips[:1], *([name] if name else []), *ips[1:]]


@dataclass(frozen=True)
class Move:
    """This computer got another address; phones still have the old one."""

    old: str
    new: str


def moved(known: Sequence[str], now: Sequence[str]) -> Move | None:
    """Whether the address that phones were told is gone.

    `known` are the addresses (or URLs) when a phone was last seen, `now` those there are now, both
    best first. Only the first counts: a container's address is the same in every network. None
    without any network: that is another trouble, and phones need no new address after it.
    """
    if not known or not now or known[0] in now:
        return None
    return Move(known[0], now[0])


def _adapters() -> list[ifaddr.Adapter]:
    try:
        return list(ifaddr.get_adapters())
    except OSError as error:  # out of memory or file handles, or a system call Windows refuses
        logger.warning("this computer's network adapters are not known: %s", error)
        return []


def _outward_address() -> str | None:
    """The address the default route leaves by. Connecting a datagram socket sends nothing; the
    target is one reserved for documentation."""
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
