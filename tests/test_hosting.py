"""The whole server as the windows see it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from addon.errors import DataFolderInUse, DataFolderUnusable, PortTaken
from addon.hosting import LanServer, claim_data_folder, open_accounts
from addon.server import activity
from addon.server.events import DesktopUpdated, Event, SignedIn, SignInRefused
from addon.store.paths import accounts_path, activity_path
from tests.accounts import add_user
from tests.live.wire import WireClient


def server_at(data: Path, events: list[Event] | None = None) -> LanServer:
    server = LanServer(data, "127.0.0.1", 0, (events if events is not None else []).append)
    server.start()
    return server


def test_an_event_is_recorded_before_it_is_announced(tmp_path: Path) -> None:
    noted: list[list[str]] = []

    def hear(_event: Event) -> None:
        noted.append([entry.kind for entry in server.activity.entries()])

    server = LanServer(tmp_path, "127.0.0.1", 0, hear)
    server.start()
    add_user(server.accounts, "anna", "secret")
    url = f"http://127.0.0.1:{server.port}/"
    WireClient(url).login("anna", "wrong")
    WireClient(url).login("anna", "secret")
    assert noted == [[activity.REFUSED], [activity.SIGNED_IN, activity.REFUSED]]
    server.stop()


def test_what_happened_and_who_syncs_survive_a_restart(tmp_path: Path) -> None:
    events: list[Event] = []
    server = server_at(tmp_path, events)
    add_user(server.accounts, "anna", "secret")
    url = f"http://127.0.0.1:{server.port}/"
    WireClient(url).login("anna", "wrong")
    WireClient(url).login("anna", "secret")
    assert [type(event) for event in events] == [SignInRefused, SignedIn]
    devices = server.accounts.devices.all()
    entries = server.activity.entries()
    assert [entry.device for entry in entries] == [devices[0].id, None]
    server.stop()
    server.start()
    assert server.accounts.devices.all() == devices
    assert server.activity.entries() == entries
    server.stop()


def test_what_others_did_with_a_collection_is_recorded_and_announced(tmp_path: Path) -> None:
    events: list[Event] = []
    server = server_at(tmp_path, events)
    taken = DesktopUpdated("anna", "26.09,test,linux", 1, reviews=42, changes=50)
    server.emit(taken)
    server.stop()  # which waits for it
    assert events == [taken]
    server.start()
    (entry,) = server.activity.entries()
    assert (entry.kind, entry.sent, entry.received) == (activity.TAKEN_OVER, 42, 50)
    with server.hold_if_idle("anna", 0) as held:
        assert held
    server.stop()
    with server.hold_if_idle("anna", 0) as held:
        assert not held


def test_a_stopped_server_reports_nothing(tmp_path: Path) -> None:
    server = LanServer(tmp_path, "127.0.0.1", 0)
    assert server.syncs() == []
    for look in (lambda: server.accounts, lambda: server.activity, lambda: server.instance):
        with pytest.raises(RuntimeError, match="not running"):
            look()


@pytest.mark.parametrize("path", [accounts_path, activity_path])
def test_an_unusable_data_folder_is_reported(tmp_path: Path, path: Callable[[Path], Path]) -> None:
    server = server_at(tmp_path)
    server.stop()
    path(tmp_path).unlink()
    path(tmp_path).mkdir()
    with pytest.raises(DataFolderUnusable):
        server.start()
    path(tmp_path).rmdir()
    server.start()
    server.stop()


def test_damaged_accounts_are_reported_and_left_alone(tmp_path: Path) -> None:
    server_at(tmp_path).stop()
    path = accounts_path(tmp_path)
    path.write_bytes(b"damaged" * 1000)
    with pytest.raises(DataFolderUnusable) as raised:
        server_at(tmp_path)
    assert isinstance(raised.value.__cause__, sqlite3.DatabaseError)
    assert path.read_bytes() == b"damaged" * 1000


def test_a_folder_is_served_by_one_server_only(tmp_path: Path) -> None:
    server = server_at(tmp_path)
    with pytest.raises(DataFolderInUse):
        server_at(tmp_path)
    with pytest.raises(DataFolderInUse), claim_data_folder(tmp_path):
        pytest.fail("written beside a running server")
    with contextlib.closing(open_accounts(tmp_path)) as accounts:
        add_user(accounts, "anna", "secret")
    assert server.accounts.users.names() == ["anna"]
    server.stop()
    with claim_data_folder(tmp_path), pytest.raises(DataFolderInUse):
        server.start()
    server.start()
    server.stop()


def test_a_start_that_fails_leaves_the_folder_free(tmp_path: Path) -> None:
    first = server_at(tmp_path / "first")
    with pytest.raises(PortTaken):
        LanServer(tmp_path / "second", "127.0.0.1", first.port).start()
    server_at(tmp_path / "second").stop()
    first.stop()
