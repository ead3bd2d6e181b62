"""What takes part in a comparison: one server with the devices of its users."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .client import Client
from .servers import USERS, Server


class Side:
    """One server and two devices of its first user."""

    def __init__(
        self, server: Server, folder: Path, collection: Path, device: type[Client] = Client
    ) -> None:
        """`collection`: what the first device, a `device`, starts with; the second is empty."""
        self.server = server
        self.first = device(_copied(collection, folder / "first"), server)
        self.second = Client(folder / "second" / "collection.anki2", server)

    def check_same(self, query: str) -> None:
        """Raise unless both devices give the same answer, so that the sync did its work."""
        _check_same(self.server, (self.first, self.second), query)

    def check_same_media(self) -> None:
        """Raise unless both devices have files of the same names."""
        names = [set(os.listdir(device.col.media.dir())) for device in (self.first, self.second)]
        if names[0] != names[1]:
            raise RuntimeError(f"{self.server.name}: {len(names[0] ^ names[1])} files differ")

    def peak_memory(self) -> float | None:
        """Return the server's peak memory in MiB; None if unknown."""
        return self.first.peak_memory()

    def close(self) -> None:
        self.first.close()
        self.second.close()


class Crowd:
    """One server and several users, each with devices of the same collection."""

    def __init__(
        self, server: Server, folder: Path, collection: Path, users: int, devices: int
    ) -> None:
        self.server = server
        self._homes: list[list[Client]] = []
        for user in USERS[:users]:
            first = Client(_copied(collection, folder / user / "0"), server, user)
            first.upload()
            home = [first]
            for number in range(1, devices):
                path = folder / user / str(number) / "collection.anki2"
                other = Client(path, server, user)
                other.download()
                home.append(other)
            self._homes.append(home)
        self._pool = ThreadPoolExecutor(users)

    def edit_and_sync(self, times: int) -> None:
        """Let all users at once change one card on each device in turn, and sync, `times` times."""

        def live(home: list[Client]) -> None:
            for number in range(times):
                for device in home:
                    device.flag(number)
                    device.sync()

        list(self._pool.map(live, self._homes))

    def check_same(self, query: str) -> None:
        """Sync every device once more; raise unless each user's give the same answer."""
        for home in self._homes:
            for device in home:
                device.sync()
            _check_same(self.server, home, query)

    def peak_memory(self) -> float | None:
        """Return the server's peak memory in MiB; None if unknown."""
        return self.server.peak_memory()

    def close(self) -> None:
        self._pool.shutdown()
        for home in self._homes:
            for device in home:
                device.close()


def _copied(collection: Path, folder: Path) -> Path:
    folder.mkdir(parents=True)
    return Path(shutil.copy(collection, folder / "collection.anki2"))


def _check_same(server: Server, devices: list[Client] | tuple[Client, ...], query: str) -> None:
    answers = [device.ask(query) for device in devices]
    if any(answer != answers[0] for answer in answers):
        raise RuntimeError(f"{server.name}: {query} gives {answers}")
