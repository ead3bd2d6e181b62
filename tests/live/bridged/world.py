"""A desktop and phones that come from one server, and the store they sync with."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from anki.notes import NoteId

from addon.bridge.bridge import Bridge
from addon.bridge.outcome import Outcome as Bridged
from addon.hosting import LanServer
from addon.server.events import CollectionUploaded, Event, Placed
from addon.server.expected import DesktopStamps
from addon.server.limits import Limits
from addon.store.paths import UserFolder, users_path
from tests.accounts import add_user
from tests.serving import LEFT_ALONE

from ..clients import Choice, Client, Outcome
from ..content import fill, scalar
from ..servers import HOST, Server, User
from ..snapshot import differences, pending, snapshot

PHONES = User("phones", "a password")


class World:
    """`past` is the server all come from (Anki's own), `lan` ours."""

    def __init__(self, root: Path, past: Server, lan: LanServer, events: list[Event]) -> None:
        self.root = root
        self.past = past
        self.member = past.new_user()
        self.lan = lan
        self.events = events
        self._made: list[Client] = []
        self.desktop = self.client("desktop")
        fill(self.desktop)
        self.desktop.sync()

    def client(self, name: str) -> Client:
        """Return an empty device, logged in at the past server."""
        made = Client(self.root / name)
        self._made.append(made)
        made.login(self.past.url, self.member)
        return made

    def phone(self, name: str = "phone") -> Client:
        """Return a device that has everything the past server has."""
        made = self.client(name)
        assert made.sync() is Outcome.FULL_DOWNLOAD
        return made

    @property
    def folder(self) -> UserFolder:
        return UserFolder(users_path(self.lan.data) / PHONES.name)

    def pair(self) -> None:
        """Make the store from the desktop, in place of one that may be there."""
        self.folder.bridge.unlink(missing_ok=True)
        self.folder.collection.unlink(missing_ok=True)
        time.sleep(0.002)  # a phone with an equal time (ms) would see no change
        self.bridge()

    def bridge(self) -> Bridged:
        """Bring desktop and store together."""
        outcome = Bridge(self.folder).merge(self.desktop.col)
        assert outcome.question is None, outcome
        assert outcome.deferred is None, outcome
        return outcome

    def log_in(self, phone: Client) -> None:
        """Log a phone in at our server."""
        phone.login(f"http://{HOST}:{self.lan.port}/", PHONES)

    def go_back(self, phone: Client) -> None:
        """Log a phone in at the past server."""
        phone.login(self.past.url, self.member)

    def expect(self, syncs: int = 0) -> None:
        """Say that the next phone has synced with the past server; `syncs`: of the desktop's."""
        scm, usn = (
            scalar(self.desktop, "select scm from col"),
            scalar(self.desktop, "select usn from col"),
        )
        self.lan.expect(PHONES.name, DesktopStamps(scm, usn, syncs))

    def upload(self, phone: Client) -> Placed:
        """Upload from the phone, which is asked; return how that was taken."""
        outcome = phone.sync(Choice.UPLOAD)
        assert outcome is Outcome.FULL_SYNC, outcome
        return self.placed()

    def placed(self) -> Placed:
        """Return how the last upload was taken."""
        return [e.placed for e in self.events if isinstance(e, CollectionUploaded)][-1]

    def newcomer(self) -> Client:
        """Return an empty device that downloads what the store holds."""
        made = Client(self.root / f"newcomer {len(self._made)}")
        self._made.append(made)
        self.log_in(made)
        assert made.sync() is Outcome.FULL_DOWNLOAD
        return made

    def close(self) -> None:
        for client in self._made:
            client.close()


@contextmanager
def serving(data: Path, limits: Limits | None = None) -> Iterator[tuple[LanServer, list[Event]]]:
    """Our server in this process, so that it can be told whom to expect."""
    events: list[Event] = []
    server = LanServer(data, HOST, 0, events.append, limits, backups=LEFT_ALONE)
    server.start()
    try:
        add_user(server.accounts, PHONES.name, PHONES.password)
        yield server, events
    finally:
        server.stop()


def has(client: Client, id: NoteId) -> bool:
    return bool(scalar(client, "select count() from notes where id = ?", id))


def cards_of(client: Client, id: NoteId) -> int:
    return int(scalar(client, "select count() from cards where nid = ?", id))


def settled(world: World, phone: Client) -> Client:
    """Let the phone sync normally, unasked, until it has all that the store holds; return a device
    that has just downloaded that."""
    assert phone.sync() is Outcome.NO_CHANGES
    assert phone.sync() is Outcome.NO_CHANGES
    assert not pending(phone)
    store = world.newcomer()
    mine, theirs = snapshot(phone), snapshot(store)
    mine.pop("col"), theirs.pop("col")  # the phone keeps the schema stamp of its upload
    found = differences(mine, theirs)
    assert not found, "\n".join(found[:20])
    return store
