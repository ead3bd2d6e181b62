"""The addresses this computer had when a phone last connected: phones keep what was typed."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, List, Optional, Sequence

from ...store import atomic

if TYPE_CHECKING:
    from ...net.addresses import Move

logger = logging.getLogger(__name__)


class KnownAddresses:
    """A small JSON file beside the server's data. Without it, changes of address go unnoticed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = self._read()

    def phone_connected(self, addresses: Sequence[str]) -> None:
        """Remember this computer's addresses (URLs): a phone has just reached it."""
        if list(addresses) == self._known:
            return
        self._known = list(addresses)
        try:
            atomic.write_bytes(self._path, json.dumps(self._known).encode())
        except OSError as error:
            logger.warning("the addresses are not remembered: %s", error)

    def moved(self, addresses: Sequence[str]) -> Optional[Move]:
        """Return the change if phones have an address other than these (URLs, best first)."""
        # imported only here: it needs a library that is importable once the server was started
        from ...net.addresses import moved

        return moved(self._known, addresses)

    def _read(self) -> List[str]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
