"""The desktop's side of the bridge, timed: a merge in place of a sync with a server."""

from __future__ import annotations

import gc
import time
from pathlib import Path

from addon.bridge import Bridge, Outcome
from addon.store.paths import UserFolder, users_path

from .client import Client
from .servers import USER, Server


class Desktop(Client):
    """An open collection that the bridge merges with our server's store."""

    def __init__(self, path: Path, server: Server, user: str = USER) -> None:
        super().__init__(path, server, user)
        self._folder = UserFolder(users_path(server.folder) / user)
        self._bridge = Bridge(self._folder)

    def sync(self) -> float:
        """Merge; afterwards nothing is pending for the desktop's own server."""
        seconds, _outcome = self._merge()
        self._bridge.stamp(self.col, least=0)
        return seconds

    def upload(self) -> float:
        """Make a store from the collection, with none there before."""
        self._folder.collection.unlink(missing_ok=True)
        self._folder.bridge.unlink(missing_ok=True)
        seconds, outcome = self._merge()
        if not outcome.paired:
            raise RuntimeError(f"not paired: {outcome}")
        return seconds

    def sync_marked(self) -> float:
        """Merge with a marked schema, which compares everything."""
        self.col.mod_schema(check=False)
        seconds, outcome = self._merge()
        if not outcome.compared:
            raise RuntimeError(f"not everything was compared: {outcome}")
        return seconds

    def peak_memory(self) -> None:
        """Return None: this process does the work, and has the clients too."""

    def _merge(self) -> tuple[float, Outcome]:
        gc.disable()  # as Anki's window does
        began = time.perf_counter()
        outcome = self._bridge.merge(self.col)
        seconds = time.perf_counter() - began
        gc.enable()
        if outcome.question is not None or outcome.deferred is not None:
            raise RuntimeError(f"the bridge did nothing: {outcome}")
        return seconds, outcome
