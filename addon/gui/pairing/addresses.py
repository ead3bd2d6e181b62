"""The addresses at which phones can reach this computer, if the server listens there."""

from __future__ import annotations

from functools import lru_cache
from typing import Optional, Sequence, Tuple

from ...net import addresses
from ...redirect.address import WILDCARDS, own_address


@lru_cache(maxsize=1)  # on macOS it asks another program; the name hardly ever changes
def _name() -> Optional[str]:
    return addresses.local_name()


def hosts(listen: str) -> Sequence[str]:
    """Return the names and addresses at which phones may reach this computer, best first."""
    if listen not in WILDCARDS:
        return [listen]
    found = addresses.addresses()
    return addresses.hosts(found, _name()) if found else []


def urls(port: int, listen: str) -> Tuple[str, ...]:
    """Return the numeric addresses, which change; none without a network."""
    numbers = addresses.lan_addresses() if listen in WILDCARDS else [listen]
    return tuple(own_address(number, port) for number in numbers)
