"""The addresses this computer had when a phone was last here: phones keep what was typed once."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import List, Sequence

from ..store import atomic

logger = logging.getLogger(__name__)


class KnownAddresses:
    """A small JSON file beside the server's data. Without it nothing is said, that is all."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = self._read()

    def phone_came(self, addresses: Sequence[str]) -> None:
        """A phone has just reached this computer, which has these addresses (URLs)."""
        if list(addresses) == self._known:
            return
        self._known = list(addresses)
        try:
            atomic.write_bytes(self._path, json.dumps(self._known).encode())
        except OSError as error:
            logger.warning("the addresses are not remembered: %s", error)

    def lost(self, addresses: Sequence[str]) -> str:
        """The address that phones likely have, if none of those known is left; else ""."""
        if not self._known or set(self._known) & set(addresses):
            return ""
        return self._known[0]

    def _read(self) -> List[str]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
