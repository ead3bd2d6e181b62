"""The addresses at which phones can reach this computer, if the server listens there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Callable, Optional, Sequence, Tuple

from ...i18n import tr
from ...net import addresses
from ...redirect.address import WILDCARDS, own_address

if TYPE_CHECKING:
    from ...net.addresses import Move

Moved = Callable[[Sequence[str]], Optional["Move"]]
"""Returns the change if phones have an address other than these (URLs)."""


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


def to_type(port: int, listen: str, moved: Moved) -> Tuple[Tuple[str, ...], str]:
    """Return the URLs to type, and a sentence on why no phone can reach them, or "".

    There is at least one URL, the likely one first.
    """
    shown = tuple(own_address(host, port) for host in hosts(listen))
    if not shown:
        return (own_address("", port),), tr.pairing_no_network()
    if listen.startswith("127.") or listen == "localhost":
        return shown, tr.pairing_only_this_computer()
    move = moved(urls(port, listen))
    return shown, "" if move is None else tr.pairing_address_changed(address=move.old)
