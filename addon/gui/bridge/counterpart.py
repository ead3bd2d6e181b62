"""The store that the open profile's phones sync with."""

from __future__ import annotations

import contextlib
import functools
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Iterator

if TYPE_CHECKING:
    from ...bridge import Bridge
    from ...hosting import LanServer


@dataclass(frozen=True)
class Counterpart:
    """An account of the running server."""

    server: LanServer
    account: str

    def hold_if_idle(self, patience: float) -> AbstractContextManager[bool]:
        """Hold the store; yields whether it is held. See `LanServer.hold_if_idle`."""
        return self.server.hold_if_idle(self.account, patience)

    @contextlib.contextmanager
    def hold_now(self) -> Iterator[bool]:
        """Do the same for a merge, which waits for nobody, not even for readers of the file.

        Raises BridgeProblem where another program has the store's file locked for writing.
        """
        with self.hold_if_idle(0) as held:
            yield held and self.bridge.is_free()

    @functools.cached_property
    def bridge(self) -> Bridge:
        """The bridge. Use it only while the store is held."""
        # imported only here: an Anki that cannot serve cannot load it
        from ...bridge import Bridge
        from ...store.paths import UserFolder, users_path

        return Bridge(UserFolder(users_path(self.server.data) / self.account))
