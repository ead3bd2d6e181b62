"""The addresses at which phones can reach this computer, if the server listens there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Callable, Optional, Protocol, Sequence, Tuple

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


class Listening(Protocol):
    """The part of the server that is used here (hosting.py)."""

    @property
    def port(self) -> int:
        """The port that it listens on."""

    @property
    def certificate_names(self) -> Optional[Sequence[str]]:
        """What its certificate was issued for; None without https."""


def candidate_hosts(server: Listening, config: Config) -> Sequence[str]:
    """Return the names and addresses at which phones may reach this computer, best first."""
    named = _certified(server)
    if named:
        return named
    if config.address not in WILDCARDS:
        return [config.address]
    found = addresses.addresses()
    return addresses.hosts(found, _name()) if found else []


def urls(server: Listening, config: Config) -> Tuple[str, ...]:
    """Return the addresses of which a phone misses the first; none without a network.

    They are numeric and change, unless the certificate names others.
    """
    found = _certified(server) or _numbers(config)
    return tuple(_url(server, host) for host in found)


def _certified(server: Listening) -> Sequence[str]:
    """Return the certificate's names, then those of this computer's addresses that are in it."""
    names = server.certificate_names or ()
    found = [name for name in names if not _is_number(name) and not name.startswith("*.")]
    return [*found, *(number for number in addresses.lan_addresses() if number in names)]


def _is_number(name: str) -> bool:
    return ":" in name or name.replace(".", "").isdigit()


def _url(server: Listening, host: str) -> str:
    return own_address(host, server.port, server.certificate_names is not None)


def _numbers(config: Config) -> Sequence[str]:
    return addresses.lan_addresses() if config.address in WILDCARDS else [config.address]


def to_type(server: Listening, config: Config, moved: Moved) -> Tuple[Tuple[str, ...], str]:
    """Return the URLs to type, and a sentence on why no phone can reach them, or "".

    There is at least one URL, the likely one first.
    """
    shown = tuple(_url(server, host) for host in candidate_hosts(server, config))
    if not shown:
        return (_url(server, ""),), tr.pairing_no_network()
    if config.allow is Allow.THIS_COMPUTER:
        return shown, tr.pairing_only_this_computer()
    numbers = _numbers(config)
    if config.allow is Allow.MY_NETWORKS and numbers and not any(map(is_of_my_networks, numbers)):
        return shown, tr.pairing_not_private(address=numbers[0])
    move = moved(urls(server, config))
    return shown, "" if move is None else tr.pairing_address_changed(address=move.old)
