"""Check which addresses this computer can listen on."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
from typing import Any


def can_listen(host: str) -> bool:
    """Return whether a server could be reached at a numeric address, or at "localhost".

    Tries to listen there, on a port that the system chooses. Linux also allows the address of a
    network's broadcasts, to which nobody can connect.
    """
    flags = 0 if host == "localhost" else socket.AI_NUMERICHOST
    try:
        found = socket.getaddrinfo(host, 0, type=socket.SOCK_STREAM, flags=flags)
        for family, kind, protocol, _name, address in found[:1]:
            with socket.socket(family, kind, protocol) as probe:
                probe.bind(address)
                probe.listen(1)
                if not ipaddress.ip_address(str(address[0]).partition("%")[0]).is_unspecified:
                    _connect(family, probe.getsockname())
    except (OSError, UnicodeError):
        return False
    return True


def _connect(family: int, address: Any) -> None:
    with socket.socket(family, socket.SOCK_STREAM) as visitor:
        visitor.settimeout(0.5)
        with contextlib.suppress(socket.timeout):  # a firewall; it may let others through
            visitor.connect(address)
