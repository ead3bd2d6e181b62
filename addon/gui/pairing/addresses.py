"""The addresses at which phones can reach this computer, if the server listens there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Callable, Optional, Sequence, Tuple

from ...i18n import tr
from ...net import addresses
from ...net.allow import Allow, is_of_my_networks
from ...redirect.address import WILDCARDS, own_address
from ...redirect.settings import Config

if TYPE_CHECKING:
    from ...net.addresses import Move

Moved = Callable[[Sequence[str]], Optional["Move"]]
"""Returns the change if phones have an address other than these (URLs)."""


@lru_cache(maxsize=1)  # on macOS it asks another program; the name hardly ever changes
def _name() -> Optional[str]:
    return addresses.local_name()


def hosts(config: Config) -> Sequence[str]:
    """Return the names and addresses at which phones may reach this computer, best first."""
    if config.address not in WILDCARDS:
        return [config.address]
    found = addresses.addresses()
    return addresses.hosts(found, _name()) if found else []


def urls(port: int, config: Config) -> Tuple[str, ...]:
    """Return the numeric addresses, which change; none without a network."""
    return tuple(own_address(number, port) for number in _numbers(config))


def _numbers(config: Config) -> Sequence[str]:
    return addresses.lan_addresses() if config.address in WILDCARDS else [config.address]


def to_type(port: int, config: Config, moved: Moved) -> Tuple[Tuple[str, ...], str]:
    """Return the URLs to type, and a sentence on why no phone can reach them, or "".

    There is at least one URL, the likely one first.
    """
    shown = tuple(own_address(host, port) for host in hosts(config))
    if not shown:
        return (own_address("", port),), tr.pairing_no_network()
    if config.allow is Allow.THIS_COMPUTER:
        return shown, tr.pairing_only_this_computer()
    numbers = _numbers(config)
    if config.allow is Allow.MY_NETWORKS and not any(map(is_of_my_networks, numbers)):
        return shown, tr.pairing_not_private(address=numbers[0])
    move = moved(urls(port, config))
    return shown, "" if move is None else tr.pairing_address_changed(address=move.old)
