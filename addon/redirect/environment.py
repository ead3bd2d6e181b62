"""The environment variables that tell Anki 2.1.28 to 2.1.56 where to sync."""

from __future__ import annotations

from typing import MutableMapping

_STEPS = {"SYNC_ENDPOINT": "sync/", "SYNC_ENDPOINT_MEDIA": "msync/"}


class SyncEnvironment:
    """Sets SYNC_ENDPOINT and SYNC_ENDPOINT_MEDIA, and can restore what the person had set."""

    def __init__(self, environ: MutableMapping[str, str]) -> None:
        self._environ = environ
        self._former = {name: environ.get(name) for name in _STEPS}

    def point_at(self, address: str) -> None:
        """Set a server, given its base URL. These Ankis need the full URL for each protocol."""
        for name, step in _STEPS.items():
            self._environ[name] = address + step

    def restore(self) -> None:
        """Restore what was there when the program started."""
        for name, value in self._former.items():
            if value is None:
                self._environ.pop(name, None)
            else:
                self._environ[name] = value
