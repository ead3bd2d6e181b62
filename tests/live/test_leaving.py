"""The server is stopped while a phone syncs, as closing Anki does: it finishes or is repeated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.errors import AnkiException

from addon.hosting import LanServer
from tests.accounts import add_user
from tests.serving import address_of

from .clients import Client, Outcome, Running, wait_until
from .content import add_note, fill, front
from .proxy import Hold, Relay
from .servers import User
from .wire import WireClient

ANNA = User("anna", "secret")


@pytest.fixture
def server(lan_server: LanServer) -> LanServer:
    add_user(lan_server.accounts, ANNA.name, ANNA.password)
    return lan_server


@pytest.fixture
def relay(server: LanServer) -> Iterator[Relay]:
    with Relay(address_of(server)).running() as running:
        yield running


@pytest.fixture
def phone(tmp_path: Path, server: LanServer, relay: Relay) -> Iterator[Client]:
    client = Client(tmp_path / "phone")
    client.login(address_of(server), ANNA)
    fill(client)
    assert client.sync() is Outcome.FULL_UPLOAD
    client.go_through(relay.url)
    yield client
    client.close()


def stop_in_background(server: LanServer) -> Running:
    def stop() -> Outcome:
        server.stop()
        return Outcome.NO_CHANGES

    return Running(stop)


def held_sync(
    phone: Client, relay: Relay, method: str, media: bool = False
) -> tuple[Running, Hold]:
    hold = relay.hold(method)
    syncing = Running(lambda: phone.sync(media=media))
    hold.wait_until_reached()
    return syncing, hold


@pytest.mark.parametrize("method", ["applyChanges", "chunk", "applyChunk", "finish"])
def test_an_active_sync_may_finish(
    server: LanServer, relay: Relay, phone: Client, method: str
) -> None:
    other = WireClient(address_of(server))
    other.login(ANNA.name, ANNA.password)
    id = add_note(phone, "while closing")
    syncing, hold = held_sync(phone, relay, method)
    stopping = stop_in_background(server)
    wait_until(lambda: other.call("meta", {"v": 11, "cv": "x"})[0] == 503)
    hold.release()
    assert syncing.result() is Outcome.NO_CHANGES
    stopping.result()
    server.start()
    phone.go_through(address_of(server))
    assert phone.sync() is Outcome.NO_CHANGES
    assert front(phone, id) == "while closing"


@pytest.mark.parametrize("method", ["applyChanges", "applyChunk", "finish"])
def test_a_stalled_phone_is_not_waited_for_and_syncs_next_time(
    tmp_path: Path, server: LanServer, relay: Relay, phone: Client, method: str
) -> None:
    id = add_note(phone, "sent twice")
    syncing, hold = held_sync(phone, relay, method)
    stop_in_background(server).result()
    hold.release()
    with pytest.raises(AnkiException):
        syncing.result()
    server.start()
    phone.go_through(address_of(server))
    assert phone.sync() is Outcome.NO_CHANGES
    newcomer = Client(tmp_path / "newcomer")
    newcomer.login(address_of(server), ANNA)
    assert newcomer.sync() is Outcome.FULL_DOWNLOAD
    assert front(newcomer, id) == "sent twice"
    newcomer.close()


def test_an_interrupted_media_sync_is_completed_by_the_next_one(
    server: LanServer, relay: Relay, phone: Client
) -> None:
    (phone.media / "late.png").write_bytes(b"late")
    syncing, hold = held_sync(phone, relay, "uploadChanges", media=True)
    stop_in_background(server).result()
    hold.release()
    with pytest.raises(AnkiException):
        syncing.result()
    server.start()
    phone.go_through(address_of(server))
    assert phone.sync() is Outcome.NO_CHANGES
    stored = server.data / "users" / ANNA.name / "media" / "late.png"
    assert stored.read_bytes() == b"late"
