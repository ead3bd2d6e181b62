"""Backups that nobody has asked for, with a real client: before a loss, and once a day."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from addon.errors import StoreBusy
from addon.hosting import LanServer
from addon.server import activity
from addon.server.backup_keeper import DAY, BackupPolicy
from addon.server.events import BackupFailed, Event
from addon.store.atomic import PREFIX
from addon.store.collection.summary import Summary
from addon.store.paths import UserFolder, users_path
from addon.store.transfer import packing
from addon.store.transfer.backup_files import Backup, content_of, list_backups
from tests.accounts import add_user

from .clients import PATIENCE, Choice, Client, Outcome, wait_until
from .conftest import in_step
from .content import add_note
from .servers import User
from .wire import WireClient

ANNA = User("anna", "secret")


@pytest.fixture
def events() -> list[Event]:
    return []


@pytest.fixture
def server(tmp_path: Path, events: list[Event]) -> Iterator[LanServer]:
    """Yield a server that looks after backups at once."""
    policy = BackupPolicy(quiet=0.0)
    server = LanServer(tmp_path / "data", "127.0.0.1", 0, events.append, backups=policy)
    server.start()
    add_user(server.accounts, ANNA.name, ANNA.password)
    yield server
    server.stop()


@pytest.fixture
def phone(tmp_path: Path, server: LanServer) -> Iterator[Client]:
    """In step with the server, with a hundred notes."""
    url = f"http://127.0.0.1:{server.port}/"
    with in_step(tmp_path / "phone", url, ANNA, notes=100) as client:
        yield client


def folder(server: LanServer) -> UserFolder:
    return UserFolder(users_path(server.data) / ANNA.name)


def backups(server: LanServer, reason: str) -> list[Backup]:
    return [backup for backup in list_backups(folder(server)) if backup.reason == reason]


def packed(server: LanServer, reason: str, number: int = 1) -> list[Backup]:
    """Wait until this many backups are there and packed."""

    def is_so() -> bool:
        found = backups(server, reason)
        return len(found) == number and all(each.path.suffix == ".colpkg" for each in found)

    wait_until(is_so)
    return backups(server, reason)


def delete(phone: Client, number: int) -> None:
    phone.col.remove_notes(list(phone.col.find_notes(""))[:number])
    assert phone.sync() is Outcome.NO_CHANGES


def make_older(server: LanServer) -> None:
    """Let a day pass."""
    for backup in reversed(list_backups(folder(server))):
        stamp = time.strftime("%Y-%m-%d-%H.%M.%S.123", time.localtime(backup.made - DAY - 60))
        os.rename(backup.path, backup.path.with_name(f"{backup.reason}-{stamp}.colpkg"))


def look_after(server: LanServer) -> None:
    """What follows every change."""
    server.upkeep._keeper.changed(ANNA.name)


def entry(server: LanServer, kind: str) -> activity.Entry:
    return next(each for each in server.activity.entries() if each.kind == kind)


def test_a_sync_that_deletes_much_is_backed_up_before(server: LanServer, phone: Client) -> None:
    delete(phone, 6)
    [kept] = packed(server, "deletions")
    found = content_of(kept.path)
    assert found is not None
    assert found.notes == 100
    assert entry(server, activity.SYNC).backup == kept.name
    delete(phone, 4)
    assert len(backups(server, "deletions")) == 1
    assert entry(server, activity.SYNC).backup == ""


def test_what_an_upload_replaced_is_packed_and_named(server: LanServer, phone: Client) -> None:
    phone.col.remove_notes(list(phone.col.find_notes(""))[:98])
    phone.upload()
    [kept] = packed(server, "collection")
    found = content_of(kept.path)
    assert found is not None
    assert found.notes == 100
    uploaded = entry(server, activity.UPLOAD)
    assert uploaded.backup == kept.name
    assert '["notes", "deleted", 98, ["note 0", "note 1"' in uploaded.changes


def test_a_changed_collection_is_backed_up_once_a_day(server: LanServer, phone: Client) -> None:
    packed(server, "daily")
    add_note(phone, "changed since")
    phone.sync()
    make_older(server)
    look_after(server)
    newest, _older = packed(server, "daily", 2)
    found = content_of(newest.path)
    assert found is not None
    assert found.notes == 101
    server.stop()  # or it could look between the next two lines
    make_older(server)
    os.utime(folder(server).collection, (1, 1))  # unchanged since
    server.start()
    server.upkeep.back_up(ANNA.name)
    packed(server, "manual")
    assert len(backups(server, "daily")) == 2


def test_a_full_disk_stops_backups_and_nothing_else(
    server: LanServer, phone: Client, events: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    packed(server, "daily")
    usage = shutil.disk_usage(server.data)
    full = type(usage)(usage.total, usage.total, 0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)
    add_note(phone, "on a full disk")
    assert phone.sync() is Outcome.NO_CHANGES
    make_older(server)
    look_after(server)
    wait_until(lambda: bool(server.upkeep.trouble(ANNA.name)))
    assert "No space left" in server.upkeep.trouble(ANNA.name)
    wait_until(lambda: any(isinstance(event, BackupFailed) for event in events))
    assert "No space left" in entry(server, activity.NO_BACKUP).reason
    add_note(phone, "and another one")
    assert phone.sync() is Outcome.NO_CHANGES
    monkeypatch.undo()
    look_after(server)
    packed(server, "daily", 2)
    wait_until(lambda: not server.upkeep.trouble(ANNA.name))


def test_every_device_is_asked_once_after_a_restore(
    server: LanServer, phone: Client, tmp_path: Path
) -> None:
    other = Client(tmp_path / "other")
    other.login(f"http://127.0.0.1:{server.port}/", ANNA)
    assert other.sync() is Outcome.FULL_DOWNLOAD
    made = server.upkeep.back_up(ANNA.name)
    assert made is not None
    delete(phone, 60)
    assert other.sync() is Outcome.NO_CHANGES
    server.upkeep.restore(ANNA.name, made.stem)
    for client in (phone, other):
        assert client.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
        assert client.col.note_count() == 100
        assert client.sync() is Outcome.NO_CHANGES
    other.close()


def test_nothing_is_restored_while_a_device_syncs(server: LanServer, phone: Client) -> None:
    made = server.upkeep.back_up(ANNA.name)
    assert made is not None
    delete(phone, 10)
    wire = WireClient(f"http://127.0.0.1:{server.port}/")
    wire.host_key = phone.auth.hkey
    status, meta = wire.call("meta", {"v": 11, "cv": "x"})
    assert status == 200
    assert wire.call("start", {"minUsn": meta["usn"], "lnewer": False})[0] == 200
    for work in (
        lambda: server.upkeep.restore(ANNA.name, made.stem),
        lambda: server.upkeep.check(ANNA.name),
    ):
        with pytest.raises(StoreBusy):
            work()
    assert wire.call("finish", {})[0] == 200, "its session continues"
    assert server.upkeep.restore(ANNA.name, made.stem) is not None
    assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    assert phone.col.note_count() == 100


def test_the_server_stops_while_it_packs(
    server: LanServer, phone: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long that would take: a whole backup is left, and the next start continues."""
    write, began = packing._write, threading.Event()

    def write_for_ever(
        source: BinaryIO, size: int, content: Summary, file: BinaryIO, go_on: Callable[[], bool]
    ) -> None:
        began.set()
        while go_on():
            time.sleep(0.01)
        write(source, size, content, file, go_on)

    monkeypatch.setattr(packing, "_write", write_for_ever)
    phone.col.remove_notes(list(phone.col.find_notes(""))[:1])
    phone.upload()
    assert began.wait(PATIENCE)
    server.stop()
    [kept] = backups(server, "collection")
    assert kept.path.suffix == ".anki2"
    found = content_of(kept.path)
    assert found is not None
    assert found.notes == 100
    wait_until(lambda: not list(folder(server).backups.glob(f"{PREFIX}*")))
    monkeypatch.undo()
    server.start()
    packed(server, "collection")
