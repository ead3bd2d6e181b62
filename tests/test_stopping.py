"""A stopped server touches nothing, and keeps its folder until it has ended.

Real clients over a real port; only the disk is made slow, by holding up what checks and stores.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from anki.errors import NetworkError, SyncError

from addon import hosting
from addon.errors import DataFolderInUse
from addon.hosting import LanServer, claim_data_folder
from addon.store.media.store import MediaStore
from addon.store.paths import UserFolder, users_path
from addon.store.transfer import incoming
from tests.accounts import add_user
from tests.live.clients import Client, Outcome, Running
from tests.live.content import add_note, scalar
from tests.live.servers import User

ANNA = User("anna", "secret")
PATIENCE = 60.0  # s; an upper bound for what a busy machine may take


class HeldUp:
    """A step of the server that waits until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, place: object, name: str) -> None:
        self._begun = threading.Event()
        self._go = threading.Event()
        step = getattr(place, name)

        def slowly(*arguments: object) -> object:
            self._begun.set()
            assert self._go.wait(PATIENCE)
            return step(*arguments)

        monkeypatch.setattr(place, name, slowly)

    def wait_until_begun(self) -> None:
        assert self._begun.wait(PATIENCE), "the server never came there"

    def let_go(self) -> None:
        self._go.set()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LanServer]:
    server = LanServer(tmp_path / "data", "127.0.0.1", 0)
    server.start()
    add_user(server.accounts, ANNA.name, ANNA.password)
    yield server
    server.stop()


@pytest.fixture
def phone(server: LanServer, tmp_path: Path) -> Iterator[Client]:
    phone = Client(tmp_path / "phone")
    phone.login(f"http://127.0.0.1:{server.port}/", ANNA)
    add_note(phone, "first")
    assert phone.sync() is Outcome.FULL_UPLOAD
    yield phone
    phone.close()


def stored(server: LanServer) -> dict[str, bytes]:
    """Return what counts of the user's folder."""
    folder = UserFolder(users_path(server.data) / ANNA.name)
    names = [folder.collection, *folder.media.glob("*"), *folder.backups.glob("*")]
    return {path.name: path.read_bytes() for path in names}


def upload(phone: Client) -> Outcome:
    phone.upload()
    return Outcome.FULL_UPLOAD


def sync_media(phone: Client) -> Outcome:
    phone.col.media.write_data("a.png", b"a")
    phone.col.sync_media(phone.auth)
    phone.wait_for_media()
    return Outcome.NO_CHANGES


@pytest.mark.parametrize(
    ("place", "name", "act"),
    [(incoming, "whole_collection", upload), (MediaStore, "_require_folder", sync_media)],
    ids=["upload", "media"],
)
def test_a_request_running_at_a_stop_changes_nothing_and_keeps_the_folder_locked(
    server: LanServer,
    phone: Client,
    monkeypatch: pytest.MonkeyPatch,
    place: object,
    name: str,
    act: Callable[[Client], Outcome],
) -> None:
    monkeypatch.setattr(hosting, "_PATIENCE", 0.2)
    before = stored(server)
    port = server.port
    add_note(phone, "second")
    held = HeldUp(monkeypatch, place, name)
    request = Running(lambda: act(phone))
    held.wait_until_begun()
    server.stop(timeout=1)

    with pytest.raises(DataFolderInUse) as raised:
        server.start()
    assert "stopping" in raised.value.holder
    with pytest.raises(DataFolderInUse), claim_data_folder(server.data):
        pytest.fail("the folder was given away")

    monkeypatch.setattr(hosting, "_PATIENCE", PATIENCE)
    another = LanServer(server.data, "127.0.0.1", port)
    start = threading.Thread(target=another.start, daemon=True)
    start.start()
    held.let_go()
    start.join(PATIENCE)  # it waits for the one before
    assert not start.is_alive()
    with pytest.raises((NetworkError, SyncError)):
        request.result()
    assert stored(another) == before
    assert not list((server.data / "users" / ANNA.name).glob(".*"))
    another.stop()


def test_a_commit_running_at_a_stop_is_complete(
    server: LanServer, phone: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It has the lock already: it ends, and only then does the folder."""
    from addon.store.collection.collection import Collection

    port = server.port
    add_note(phone, "second")
    held = HeldUp(monkeypatch, Collection, "finish")
    request = Running(lambda: phone.sync(media=False))
    held.wait_until_begun()
    server.stop(timeout=1)
    held.let_go()
    with pytest.raises((NetworkError, SyncError)):
        request.result()

    another = LanServer(server.data, "127.0.0.1", port)
    another.start()
    assert phone.sync() is Outcome.NO_CHANGES
    newcomer = Client(tmp_path / "newcomer")
    newcomer.login(f"http://127.0.0.1:{another.port}/", ANNA)
    assert newcomer.sync() is Outcome.FULL_DOWNLOAD
    assert scalar(newcomer, "select count() from notes") == 2
    newcomer.close()
    another.stop()


def test_a_stop_without_requests_frees_the_folder_at_once(server: LanServer, phone: Client) -> None:
    server.stop()
    with claim_data_folder(server.data):
        assert phone.col.db is not None
