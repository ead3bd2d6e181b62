"""The devices of one person: a desktop with a bridge, phones on our server, and perhaps a server
that the desktop syncs with."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import TracebackType

from addon.bridge import Answer, Bridge, Outcome
from addon.store.paths import UserFolder

from ..live.clients import Choice, Client
from ..live.clients import Outcome as Synced
from ..live.content import fill
from ..live.servers import AnkiServer, LanSync
from ..live.snapshot import Snapshot, differences, snapshot


class World:
    """Real Ankis, each with its folder; the bridge works on the folder of the running server."""

    def __init__(self, folder: Path, server: LanSync) -> None:
        self.root = folder
        self.server = server
        self.user = server.new_user()
        self.folder = UserFolder(server.folder(self.user))
        self.bridge = Bridge(self.folder)
        self.phones: list[Client] = []
        self.desktop = Client(folder / "desktop")
        fill(self.desktop)
        self._others: list[Client] = []
        self.other_server: AnkiServer | None = None

    def __enter__(self) -> World:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for client in (self.desktop, *self.phones, *self._others):
            client.close()

    @property
    def phone(self) -> Client:
        return self.phones[0]

    def link(self, server: AnkiServer) -> None:
        """Let the desktop sync with another server, and upload its collection there."""
        self.other_server = server
        self.account = server.new_user()
        self.desktop.login(server.url, self.account)
        assert self.desktop.sync(Choice.UPLOAD) in (Synced.FULL_UPLOAD, Synced.FULL_SYNC)

    def second_desktop(self) -> Client:
        """Return another client of the desktop's own server, in step."""
        assert self.other_server is not None
        client = Client(self.root / f"second {len(self._others)}")
        self._others.append(client)
        client.login(self.other_server.url, self.account)
        assert client.sync() is Synced.FULL_DOWNLOAD
        return client

    def new_phone(self) -> Client:
        """Return a phone that has downloaded what the store holds."""
        phone = self.blank_phone()
        assert phone.sync(Choice.DOWNLOAD) in (Synced.FULL_DOWNLOAD, Synced.FULL_SYNC)
        return phone

    def blank_phone(self) -> Client:
        phone = Client(self.root / f"phone {len(self.phones)}")
        self.phones.append(phone)
        phone.login(self.server.url, self.user)
        return phone

    def pair(self) -> None:
        assert self.merge().paired
        self.new_phone()

    def merge(self, answer: Answer | None = None) -> Outcome:
        return self.bridge.merge(self.desktop.col, answer)

    def into_store(self) -> Outcome:
        return self.bridge.into_store(self.desktop.col)

    def sync_all(self) -> None:
        """Merge the desktop and sync the phones until all have the changes of all."""
        for _ in range(2):
            outcome = self.merge()
            assert outcome.question is None, outcome
            for phone in self.phones:
                assert phone.sync() is Synced.NO_CHANGES
        self.merge()

    def assert_same(self) -> None:
        """Assert that desktop and phones hold the same, and that nothing is left to do."""
        outcome = self.merge()
        assert outcome.to_json() == {"to_store": {}, "to_collection": {}}
        for phone in self.phones:
            found = differences(comparable(self.desktop), comparable(phone))
            assert not found, f"desktop and {phone.name} differ:\n" + "\n".join(found[:20])
        if self.other_server is not None:
            for client in self._others:
                found = differences(comparable(self.desktop), comparable(client))
                assert not found, f"desktop and {client.name} differ:\n" + "\n".join(found[:20])

    def converge(self) -> None:
        self.sync_all()
        if self.other_server is not None:
            for client in (self.desktop, *self._others) * 2:
                assert client.sync() is Synced.NO_CHANGES
            self.sync_all()
        self.assert_same()


def copy_of(client: Client) -> Path:
    """Return a copy of a client's collection, beside it."""
    client.close()
    copy = client.path.with_name("copy.anki2")
    shutil.copyfile(client.path, copy)
    client.reopen()
    return copy


def comparable(client: Client) -> Snapshot:
    """Return what must be equal: not the schema stamps, the last day of unburying, or media."""
    found = snapshot(client)
    del found["media"]
    found["col"] = {key: row[0] for key, row in found["col"].items()}  # type: ignore[index]
    found["config"].pop("lastUnburied", None)
    return found
