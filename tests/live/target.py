"""A server with one user's device, at which the tests of a module send what must be refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from .clients import Client, Outcome
from .servers import Server, User
from .snapshot import snapshot
from .stored import stored
from .wire_session import WireSession

T = TypeVar("T", bound="LiveTarget")


@dataclass
class LiveTarget:
    server: Server
    user: User
    client: Client
    session: WireSession

    @classmethod
    @contextmanager
    def at(
        cls: type[T], server: Server, folder: Path, fill: Callable[[Client], object]
    ) -> Iterator[T]:
        """Yield a new user whose device, filled by `fill`, has uploaded what it has."""
        user = server.new_user()
        client = Client(folder)
        client.login(server.url, user)
        fill(client)
        assert client.sync() is Outcome.FULL_UPLOAD
        # the store takes its final form: nothing about it changes from here on
        assert client.sync() is Outcome.NO_CHANGES
        yield cls(server, user, client, WireSession(server, user))
        client.close()

    @contextmanager
    def unchanged(self) -> Iterator[None]:
        """After the block the same is stored as before, and a normal sync works."""
        before = snapshot(self.client)
        kept = stored(self.server, self.user) if self.server.ours else None
        yield
        if self.server.ours:
            assert stored(self.server, self.user) == kept
        assert self.server.health() == 200
        assert self.client.sync() is Outcome.NO_CHANGES
        assert snapshot(self.client) == before
