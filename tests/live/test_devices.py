"""What the person sees of real clients: devices, activity, syncs under way, and revoking one."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.errors import SyncError, SyncErrorKind

from addon.hosting import LanServer
from addon.server import activity
from addon.server.accounts.device import Device
from addon.server.progress import Running
from tests.accounts import add_user

from .clients import Client, Outcome
from .content import add_note, fill
from .servers import User

ANNA = User("anna", "secret")
FILES = 60  # more than fit into two requests


@pytest.fixture
def server(lan_server: LanServer) -> LanServer:
    add_user(lan_server.accounts, ANNA.name, ANNA.password)
    return lan_server


@pytest.fixture
def clients(tmp_path: Path, server: LanServer) -> Iterator[tuple[Client, Client]]:
    made = (Client(tmp_path / "one"), Client(tmp_path / "other"))
    for client in made:
        client.login(f"http://127.0.0.1:{server.port}/", ANNA)
    yield made
    for client in made:
        client.close()


def by_id(server: LanServer) -> list[Device]:
    return sorted(server.accounts.devices.all(), key=lambda device: device.id)


def test_devices_and_activity_show_what_real_clients_did(
    server: LanServer, clients: tuple[Client, Client]
) -> None:
    one, other = clients
    fill(one)
    for number in range(FILES):
        (one.media / f"picture {number}.jpg").write_bytes(b"%d" % number * 5000)
    assert one.sync() is Outcome.FULL_UPLOAD
    assert other.sync() is Outcome.FULL_DOWNLOAD
    add_note(other, "new", "card")
    assert other.sync() is Outcome.NO_CHANGES
    first, second = by_id(server)
    assert first.app.app == "Anki"
    assert first.app.version
    assert first.last_sync is not None
    assert second.last_sync is not None
    assert first.last_sync.kind == "upload"
    assert first.last_sync.size > 10_000
    assert (second.last_sync.kind, second.problem) == ("sync", "")
    assert second.last_sync.received >= 2  # a note and its card
    kinds = {(entry.device, entry.kind): entry for entry in server.activity.entries()}
    media_in, media_out = kinds[first.id, activity.MEDIA], kinds[second.id, activity.MEDIA]
    assert media_in.received >= FILES
    assert media_out.sent >= FILES
    assert media_in.bytes_received > FILES * 5000
    assert (first.id, activity.UPLOAD) in kinds
    assert (second.id, activity.DOWNLOAD) in kinds
    assert (second.id, activity.SYNC) in kinds
    assert server.syncs() == []


def test_a_running_sync_is_reported_live(server: LanServer, clients: tuple[Client, Client]) -> None:
    one, _other = clients
    fill(one)
    for number in range(10):
        (one.media / f"film {number}.mp4").write_bytes(b"%d" % number * 2_000_000)
    seen: list[Running] = []
    stop = threading.Event()

    def watch() -> None:
        while not stop.wait(0.005):
            seen.extend(server.syncs())

    watcher = threading.Thread(target=watch)
    watcher.start()
    one.sync()
    stop.set()
    watcher.join()
    [device] = [each for each in by_id(server) if each.last_sync]
    assert {(running.user, running.device) for running in seen} == {("anna", device.id)}
    media = [running.bytes_received for running in seen if running.stage == "media"]
    assert media == sorted(media)
    assert len(set(media)) > 3


def test_a_removed_device_is_shut_out_and_the_other_goes_on(
    server: LanServer, clients: tuple[Client, Client]
) -> None:
    one, other = clients
    fill(one)
    one.sync()
    other.sync()
    first, second = by_id(server)
    server.accounts.devices.rename(second.id, "Tablet")
    server.revoke(first.id)
    with pytest.raises(SyncError) as caught:
        one.sync()
    assert caught.value.kind is SyncErrorKind.AUTH
    add_note(other, "still", "here")
    assert other.sync() is Outcome.NO_CHANGES
    assert [device.shown_name for device in by_id(server)] == ["Tablet"]
    assert by_id(server)[0].address == "127.0.0.1"
    # whoever signs in again is a new device, and nothing was lost
    one.login(f"http://127.0.0.1:{server.port}/", ANNA)
    assert one.sync() is Outcome.NO_CHANGES
