"""The names by which browsers may call this computer.

A web page can give its own name this computer's address (DNS rebinding), and then read and send
here what it likes, from any browser on the network. It cannot give that address to a name below.
"""

from __future__ import annotations

import functools
import ipaddress
import re
import socket
from collections.abc import Iterable

# Names that nobody can register on the internet (RFC 6761, 6762, 8375; "internal", "lan" and "home"
# are not given out), and those that only a household's router or Tailscale answers for.
_PRIVATE = frozenset(
    ("local", "localhost", "lan", "home", "internal", "localdomain", "home.arpa", "test")
)
_OF_DEVICES = frozenset(("fritz.box", "ts.net"))


class OwnNames:
    """Names of this computer; any thread may ask."""

    def __init__(self, configured: Iterable[str] = ()) -> None:
        """`configured` are more names, such as that of a proxy; `*.example.org` is all below."""
        plain = [_plain(name) for name in configured]
        self._names = frozenset(name for name in plain if not name.startswith("*."))
        self._endings = _PRIVATE | _OF_DEVICES | {name[2:] for name in set(plain) - self._names}

    def include(self, host: str) -> bool:
        """Return whether a `Host` header, with or without a port, names this computer.

        Any numeric address does, and a name without dots, which only this network resolves.
        """
        name = _plain(re.sub(r":\d*$", "", host.strip()))
        if _is_number(name) or "." not in name or name in self._names:
            return True
        labels = name.split(".")
        endings = {".".join(labels[start:]) for start in range(1, len(labels))}
        return bool(endings & self._endings) or name in _names_of(socket.gethostname())


@functools.lru_cache(maxsize=1)  # asks the network's name server, which may take seconds
def _names_of(hostname: str) -> frozenset[str]:
    return frozenset(map(_plain, (hostname, socket.getfqdn(hostname))))


def _plain(name: str) -> str:
    return name.strip("[]").rstrip(".").lower()


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return True
