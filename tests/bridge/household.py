"""The devices of a trial: the desktop with its store, a second client of its server, two phones."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from addon.hosting import LanServer
from addon.store.paths import UserFolder, users_path
from tests.accounts import add_user

from .device import Device

USER = "anna"
PASSWORD = "secret"


@dataclass(frozen=True)
class Account:
    """A user of a running server."""

    url: str
    user: str
    password: str

    def device(self, folder: Path) -> Device:
        """Return a new device, logged in, with an empty collection."""
        return Device(folder, self.url, self.user, self.password)


@contextlib.contextmanager
def lan_server(data: Path) -> Iterator[LanServer]:
    """Run LAN Sync's own server on a free port of the loopback, in a thread of this process."""
    logging.getLogger("addon").setLevel(logging.CRITICAL)
    server = LanServer(data, "127.0.0.1", 0)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def account(server: LanServer, user: str) -> Account:
    """Add a user to our server."""
    add_user(server.accounts, user, PASSWORD)
    return Account(f"http://127.0.0.1:{server.port}/", user, PASSWORD)


class Household:
    """D, the second client of W, and two phones, each with an empty collection."""

    def __init__(
        self, folder: Path, store: Account, data: Path, upstream: Optional[Account]
    ) -> None:
        """`store` is the LAN Sync user of the phones, `data` that server's folder, `upstream` the
        desktop's user on W; without one, the desktop syncs with no server."""
        self.folder = folder
        self.store = store
        self.store_folder = UserFolder(users_path(data) / store.user)
        self.upstream = upstream
        # never used if there is no W
        self.desktop = (upstream or store).device(folder / "desktop")
        self.second = upstream.device(folder / "second") if upstream else None
        self.phones = [store.device(folder / f"phone{number}") for number in (1, 2)]
        self._newcomers = 0

    @property
    def devices(self) -> list[Device]:
        return [self.desktop, *([self.second] if self.second else []), *self.phones]

    def newcomer(self, account: Account) -> Device:
        """Return a device that has downloaded what a server holds."""
        self._newcomers += 1
        device = account.device(self.folder / f"newcomer{self._newcomers}")
        device.sync("download")
        return device

    def close(self) -> None:
        for device in self.devices:
            device.close()


class BridgeDriver:
    """Keeps the desktop and the store in step with the bridge."""

    def __init__(self, household: Household) -> None:
        from addon.bridge import Bridge

        self._household = household
        self._bridge: Any = Bridge(household.store_folder)
        self._prepared: Any = None
        self.used = 0
        """How many merges only had to write what was prepared."""

    def prepare(self) -> None:
        """Prepare the next merge."""
        self._prepared = self._bridge.prepare(self._household.desktop.col)

    def run(self, which: str, answer: Any = None) -> Any:
        """Call `merge`, `into_store` or `into_collection`; return the bridge's outcome."""
        more = {} if answer is None else {"answer": answer}
        prepared = self._prepared
        if which == "merge" and prepared is not None:
            more["prepared"], self._prepared = prepared, None
        outcome = getattr(self._bridge, which)(self._household.desktop.col, **more)
        self.used += prepared is not None and outcome is prepared.outcome
        return outcome

    def stamp(self) -> bool:
        """Mark all pending changes as synced; return whether it was done."""
        done: bool = self._bridge.stamp(self._household.desktop.col, least=0)
        return done


class AsClient(BridgeDriver):
    """The baseline that proves the test: the desktop is an ordinary client of the store."""

    used = 0

    def __init__(self, household: Household) -> None:
        self._household = household

    def prepare(self) -> None:
        """A client prepares nothing."""

    def run(self, which: str, answer: Any = None) -> Any:  # noqa: ARG002 - all are one sync
        self._household.desktop.sync()
        return None
