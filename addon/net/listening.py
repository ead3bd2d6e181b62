"""Which addresses this computer can listen on."""

from __future__ import annotations

import socket


def can_listen(host: str) -> bool:
    """Return whether a server could listen on an address of this computer, given in numbers.

    Asks the system by binding a port of its choice, for a moment; takes no name but "localhost".
    """
    flags = 0 if host == "localhost" else socket.AI_NUMERICHOST
    try:
        found = socket.getaddrinfo(host, 0, type=socket.SOCK_STREAM, flags=flags)
        for family, kind, protocol, _name, address in found[:1]:
            with socket.socket(family, kind, protocol) as probe:
                probe.bind(address)
                probe.listen(1)
    except (OSError, UnicodeError):
        return False
    return True
