"""Devices as the person sees them, and the older accounts.db that knows less of them."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from addon.server.accounts import schema
from addon.server.accounts.accounts import Accounts
from addon.server.accounts.device import LastSync, Waiting
from addon.server.accounts.devices import MAX_NAME, NoSuchDevice
from addon.server.accounts.schema import VERSION
from addon.server.app import SyncApp
from addon.server.events import (
    CollectionUploaded,
    DesktopUpdated,
    Event,
    RequestFailed,
    SyncAsked,
    SyncFinished,
)
from tests.accounts import add_user, issue_key
from tests.server.caller import CLIENT, Caller, application

PIXEL = "anki,24.11 (dev),android:2.23.0:14:Pixel 8"


@pytest.fixture
def accounts(tmp_path: Path) -> Iterator[Accounts]:
    accounts = Accounts(tmp_path / "accounts.db")
    add_user(accounts, "anna", "secret")
    add_user(accounts, "otto", "secret")
    yield accounts
    accounts.close()


def test_each_login_is_a_device_and_the_last_seen_comes_first(accounts: Accounts) -> None:
    issue_key(accounts, "anna", "Anki on this computer", hosting=True)
    accounts.login("anna", "secret", "26.05,dev,android")
    accounts.login("otto", "secret", "26.09,c32cb291,windows")
    assert [device.shown_name for device in accounts.devices.all()] == [
        "Anki 26.09 (Windows)",
        "AnkiDroid",
        "Anki on this computer",
    ]
    assert [device.user for device in accounts.devices.of("otto")] == ["otto"]
    assert [device.hosting for device in accounts.devices.of("anna")] == [False, True]
    assert accounts.devices.of("nobody") == []


def test_a_device_keeps_the_name_a_person_gives_it(accounts: Accounts) -> None:
    accounts.login("anna", "secret", "26.05,dev,android")
    [device] = accounts.devices.all()
    accounts.devices.rename(device.id, "  Anna's\n old\u202e phone ")
    [device] = accounts.devices.all()
    assert (device.name, device.shown_name) == ("Anna's old phone", "Anna's old phone")
    accounts.devices.rename(device.id, "x" * 500)
    assert accounts.devices.all()[0].name == "x" * MAX_NAME
    accounts.devices.rename(device.id, " ")
    assert accounts.devices.all()[0].shown_name == "AnkiDroid"


def test_only_the_removed_devices_key_stops_working_at_once(tmp_path: Path) -> None:
    events: list[Event] = []
    with application(tmp_path, events) as (app, accounts):
        phone, tablet = (Caller(app, issue_key(accounts, "anna"), name) for name in "ab")
        phone.start()
        revoked = min(accounts.devices.all(), key=lambda device: device.id)
        accounts.devices.revoke(revoked.id)
        assert phone.post("chunk", {})[0] == 403
        assert phone.post("meta", {"v": 11, "cv": "x"})[0] == 403
        assert tablet.post("meta", {"v": 11, "cv": "x"})[0] == 200
        tablet.start()
        assert tablet.post("finish", {})[0] == 200
    refused = [event for event in events if isinstance(event, RequestFailed)]
    assert {(event.status, event.device, event.user) for event in refused} == {(403, None, "")}


def test_the_unfinished_sync_of_a_removed_device_is_dropped(tmp_path: Path) -> None:
    with application(tmp_path) as (app, accounts):
        phone, tablet = (Caller(app, issue_key(accounts, "anna"), name) for name in "ab")
        phone.start()
        tablet_device, phone_device = accounts.devices.all()
        app.revoke(tablet_device.id)
        assert phone.post("chunk", {})[0] == 200, "another device's"
        app.revoke(phone_device.id)
        stored = sqlite3.connect(
            tmp_path / "users" / "anna" / "collection.anki2", timeout=10, isolation_level=None
        )
        stored.execute("begin immediate")  # fails for as long as a session holds the file
        stored.close()
        assert tablet.post("meta", {"v": 11, "cv": "x"})[0] == 403
        with pytest.raises(NoSuchDevice):
            app.revoke(phone_device.id)


def test_a_removed_device_can_be_neither_renamed_nor_removed(accounts: Accounts) -> None:
    issue_key(accounts, "anna")
    [device] = accounts.devices.all()
    accounts.devices.revoke(device.id)
    assert accounts.devices.find(device.id) is None
    with pytest.raises(NoSuchDevice):
        accounts.devices.revoke(device.id)
    with pytest.raises(NoSuchDevice):
        accounts.devices.rename(device.id, "x")
    accounts.devices.record(RequestFailed("anna", "", device.id, "meta", 500, "x"))  # no error
    accounts.devices.describe(device.id, "x")


def test_a_device_number_is_never_reused(accounts: Accounts) -> None:
    issue_key(accounts, "anna")
    [device] = accounts.devices.all()
    accounts.devices.revoke(device.id)
    issue_key(accounts, "anna")
    assert accounts.devices.all()[0].id > device.id


def test_meta_describes_a_device_better_than_the_header(tmp_path: Path) -> None:
    events: list[Event] = []
    with application(tmp_path, events) as (app, accounts):
        phone = Caller(app, issue_key(accounts, "anna"))
        assert phone.post("meta", {"v": 11, "cv": PIXEL})[0] == 200
        [device] = accounts.devices.all()
        assert device.has_asked
        assert (device.shown_name, device.app.program) == ("Pixel 8", "AnkiDroid 2.23")
        assert events == [SyncAsked("anna", PIXEL, device.id)]
        phone.start()
        phone.post("finish", {})
        assert events[-1].client == PIXEL
        phone.post("meta", {"v": 11, "cv": ""})  # says nothing: what is known stays
        assert accounts.devices.all()[0].client == PIXEL
        phone.post("meta", {"v": 11, "cv": "y" * 5000})
        assert accounts.devices.all()[0].client == "y" * 256


def signed_in(app: SyncApp, client: str, address: str = "192.168.1.20") -> Caller:
    """Return a device of anna's that has just signed in, and told what it is."""
    device = Caller(app, "", address=address)
    status, answer = device.post("hostKey", {"u": "anna", "p": "secret"})
    assert status == 200
    device.key = answer["key"]
    assert device.post("meta", {"v": 11, "cv": client})[0] == 200
    return device


def test_a_device_that_signs_in_again_stays_the_same_with_its_name(tmp_path: Path) -> None:
    with application(tmp_path) as (app, accounts):
        signed_in(app, PIXEL)
        [first] = accounts.devices.all()
        accounts.devices.rename(first.id, "Anna's phone")
        events: list[Event] = []
        signed_in(app, PIXEL.replace("2.23.0", "2.24.0"), "192.168.1.77")
        [device] = accounts.devices.all()
        assert device.name == "Anna's phone"
        assert device.app.program == "AnkiDroid 2.24"
        assert (device.address, device.former) == ("192.168.1.77", (first.id,))
        assert events == []
        app.revoke(device.id)
        assert accounts.devices.all() == [], "its former key is removed, too"


def test_a_former_key_that_is_used_after_all_was_another_devices(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with application(tmp_path) as (app, accounts):
        annas = signed_in(app, PIXEL)
        signed_in(app, PIXEL, "192.168.1.21")
        assert len(accounts.devices.all()) == 1
        later = time.time() + 100
        monkeypatch.setattr("addon.server.accounts.devices.time.time", lambda: later)
        assert annas.post("meta", {"v": 11, "cv": PIXEL})[0] == 200
        assert [device.former for device in accounts.devices.all()] == [(), ()]


@pytest.mark.parametrize(
    ("client", "address", "same"),
    [
        ("anki,26.09 (c32cb291),lin:debian:13", "192.168.1.20", True),
        ("anki,26.09 (c32cb291),lin:debian:13", "192.168.1.21", False),
        ("anki,26.09 (c32cb291),win:10", "192.168.1.20", False),
        (PIXEL, "192.168.1.20", False),
        ("anki,26.09 (c32cb291),lin:debian:13", "127.0.0.1", False),
    ],
)
def test_without_a_model_the_address_tells_devices_apart(
    tmp_path: Path, client: str, address: str, same: bool
) -> None:
    with application(tmp_path) as (app, accounts):
        first = "127.0.0.1" if address == "127.0.0.1" else "192.168.1.20"
        signed_in(app, "anki,26.05 (c32cb291),lin:debian:13", first)
        signed_in(app, client, address)
        assert len(accounts.devices.all()) == (1 if same else 2)


def test_another_model_is_another_device_at_the_same_address(tmp_path: Path) -> None:
    with application(tmp_path) as (app, accounts):
        signed_in(app, PIXEL)
        accounts.devices.rename(accounts.devices.all()[0].id, "Anna's phone")
        signed_in(app, PIXEL.replace("Pixel 8", "Pixel 9"))
        assert sorted(device.shown_name for device in accounts.devices.all()) == [
            "Anna's phone",
            "Pixel 9",
        ]


def test_a_device_without_meta_is_named_by_its_header(tmp_path: Path) -> None:
    with application(tmp_path) as (app, accounts):
        Caller(app, issue_key(accounts, "anna")).start()
        assert accounts.devices.all()[0].client == CLIENT


def test_a_device_shows_how_its_last_sync_went(accounts: Accounts) -> None:
    issue_key(accounts, "anna")
    [device] = accounts.devices.all()
    assert device.last_sync is None
    sender = ("anna", "", device.id)
    accounts.devices.record(CollectionUploaded(*sender, 5000, 1.5))
    accounts.devices.record(RequestFailed(*sender, "applyChunk", 503, "disk full"))
    [device] = accounts.devices.all()
    assert device.last_sync is not None
    assert (device.last_sync.kind, device.last_sync.size) == ("upload", 5000)
    assert device.problem == "disk full"
    accounts.devices.record(SyncFinished(*sender, 3, 4, 0.25, reviews=2))
    [device] = accounts.devices.all()
    assert device.last_sync is not None
    assert (device.last_sync.kind, device.last_sync.size) == ("sync", 0)
    last = device.last_sync
    assert (last.received, last.sent, last.reviews) == (3, 4, 2)
    assert (device.last_sync.seconds, device.problem) == (0.25, "")


def test_what_waits_for_anki_is_counted_until_it_is_there(tmp_path: Path) -> None:
    path = tmp_path / "accounts.db"
    accounts = Accounts(path)
    add_user(accounts, "anna", "secret")
    issue_key(accounts, "anna")
    [device] = accounts.devices.all()
    assert (device.in_anki, bool(device.waiting)) == (0, False)
    sender = ("anna", "", device.id)
    accounts.devices.record(SyncFinished(*sender, 3, 4, 0.25, reviews=2))
    accounts.devices.record(SyncFinished(*sender, 0, 4, 0.25))
    accounts.devices.record(CollectionUploaded(*sender, 5000, 1.5))
    accounts.devices.record(SyncFinished(*sender, 5, 0, 0.25, reviews=1))
    accounts.close()
    accounts = Accounts(path)
    assert accounts.devices.all()[0].waiting == Waiting(reviews=3, changes=8, uploads=1)
    accounts.devices.record(DesktopUpdated(*sender, reviews=2, changes=3, uploads=1))
    [device] = accounts.devices.all()
    assert device.waiting == Waiting(reviews=1, changes=5)  # it came during the merge
    assert device.in_anki > 0
    accounts.devices.record(DesktopUpdated(*sender, reviews=1, changes=5))
    assert not accounts.devices.all()[0].waiting
    accounts.close()


FIRST_VERSION = """
create table users (
    name text primary key,
    folded text not null unique,
    password text not null,
    created integer not null
) without rowid;
create table devices (
    id integer primary key,
    key_hash text not null unique,
    user text not null references users (name) on delete cascade,
    client text not null,
    created integer not null,
    last_seen integer not null
);
create index devices_of_user on devices (user);
insert into users values ('anna', 'anna', 'scrypt:x', 1);
pragma user_version = 1;
"""


def first_version(path: Path) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript(FIRST_VERSION)
    hashed = hashlib.sha256(b"a key").hexdigest()
    db.execute("insert into devices values (7, ?, 'anna', ?, 10, 20)", (hashed, CLIENT))
    db.close()


def test_accounts_of_the_first_version_are_migrated(tmp_path: Path) -> None:
    path = tmp_path / "accounts.db"
    first_version(path)
    for _ in range(2):  # the second time there is nothing to do
        accounts = Accounts(path)
        [device] = accounts.devices.all()
        assert (device.id, device.client, device.first_seen, device.name) == (7, CLIENT, 10, "")
        account = accounts.by_key("a key")
        assert account is not None
        assert (account.user, account.device) == ("anna", 7)
        accounts.close()


def test_devices_of_the_former_version_are_migrated(tmp_path: Path) -> None:
    """Version 3 knew neither addresses nor reviews."""
    path = tmp_path / "accounts.db"
    first_version(path)
    db = sqlite3.connect(path, isolation_level=None)
    for statements in (schema._WHAT_DEVICES_DID, schema._FIRST_CONTACTS):
        for statement in statements:
            db.execute(statement)
    db.execute(
        "update devices set name = 'Tablet', synced = 30, sync_kind = 'sync', received = 5,"
        " seconds = 0.5"
    )
    db.execute("insert into contacts values (7, 1, 2, 3, 0)")
    db.execute("pragma user_version = 3")
    db.close()
    accounts = Accounts(path)
    [device] = accounts.devices.all()
    assert (device.name, device.address) == ("Tablet", "")
    assert device.last_sync == LastSync(30, "sync", 5, 0, 0, 0, 0.5)
    assert accounts.contacts.of(7).mark == 2
    accounts.close()


def test_two_programs_may_migrate_accounts_at_once(tmp_path: Path) -> None:
    path = tmp_path / "accounts.db"
    first_version(path)
    found: list[list[int]] = []

    def open_it() -> None:
        accounts = Accounts(path)
        found.append([device.id for device in accounts.devices.all()])
        accounts.close()

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[7]] * 4


def test_accounts_of_a_newer_lan_sync_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "accounts.db"
    first_version(path)
    db = sqlite3.connect(path)
    db.execute(f"pragma user_version = {VERSION + 1}")
    db.close()
    before = path.read_bytes()
    with pytest.raises(sqlite3.DatabaseError, match="update it"):
        Accounts(path)
    assert path.read_bytes() == before
