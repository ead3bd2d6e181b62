"""Others who change a user's collection: they may bring changes before `meta`, and hold it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from addon.server import users
from addon.server.app import SyncApp
from addon.server.events import Event, SyncFinished
from addon.store.transfer.stored import open_stored

from .caller import CLIENT, Caller, application


class Other:
    """Another owner of the collection, who changes it each time it is asked."""

    def __init__(self) -> None:
        self.app: SyncApp | None = None
        self.asked: list[str] = []

    def catch_up(self, user: str) -> None:
        self.asked.append(user)
        assert self.app is not None
        known = self.app.users.get(user)
        with known.hold_if_idle(1) as held:
            if held:
                collection = open_stored(known.folder)
                collection.begin()
                collection.finish(int(time.time() * 1000))
                collection.close()


@pytest.fixture
def other() -> Other:
    return Other()


@pytest.fixture
def events() -> list[Event]:
    return []


@pytest.fixture
def app(tmp_path: Path, other: Other, events: list[Event]) -> Iterator[SyncApp]:
    with application(tmp_path, events, catch_up=other.catch_up) as (app, _):
        other.app = app
        yield app


@pytest.fixture
def phone(app: SyncApp) -> Caller:
    return _signed_in(app, "session-1")


def _signed_in(app: SyncApp, session: str) -> Caller:
    caller = Caller(app, "", session)
    status, value = caller.post("hostKey", {"u": "anna", "p": "secret"})
    assert status == 200
    return Caller(app, value["key"], session)


def _meta(phone: Caller) -> dict[str, Any]:
    status, value = phone.post("meta", {"v": 11, "cv": CLIENT})
    assert status == 200
    found: dict[str, Any] = value
    return found


def test_changes_brought_by_the_catch_up_are_in_the_same_answer(
    phone: Caller, other: Other
) -> None:
    before = _meta(phone)
    after = _meta(phone)
    assert after["usn"] == before["usn"] + 1
    assert after["mod"] > before["mod"]
    assert other.asked == ["anna", "anna"]


def test_a_collection_cannot_be_held_while_a_session_runs(app: SyncApp, phone: Caller) -> None:
    user = app.users.get("anna")
    phone.start()
    with user.hold_if_idle(0) as held:
        assert not held
    assert phone.post("finish", {})[0] == 200
    with user.hold_if_idle(0) as held:
        assert held
        with user.hold_if_idle(0) as again:
            assert not again


def test_a_request_waits_for_whoever_holds_the_collection(app: SyncApp, phone: Caller) -> None:
    user = app.users.get("anna")
    _meta(phone)
    answered = threading.Event()

    def ask() -> None:
        phone.start()
        answered.set()

    with user.hold_if_idle(0) as held:
        assert held
        thread = threading.Thread(target=ask)
        thread.start()
        assert not answered.wait(0.2)
    thread.join()
    assert answered.is_set()


def test_the_session_of_a_vanished_phone_ends(
    app: SyncApp, phone: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = app.users.get("anna")
    phone.start()
    monkeypatch.setattr(users, "_VANISHED", 0.0)
    with user.hold_if_idle(0) as held:
        assert held
    assert phone.post("finish", {})[0] == 409


def test_a_device_that_starts_again_gives_up_its_session(
    app: SyncApp, phone: Caller, other: Other, monkeypatch: pytest.MonkeyPatch
) -> None:
    another = _signed_in(app, "session-2")
    phone.start()
    usn = _meta(another)["usn"]
    assert usn == _meta(phone)["usn"], "a session that moves is left alone"
    monkeypatch.setattr(users, "_RESTARTED", 0.0)
    assert _meta(another)["usn"] == usn, "that of another device too"
    assert _meta(phone)["usn"] == usn + 1
    assert other.asked == ["anna"] * 4


def test_incoming_reviews_are_counted(phone: Caller, events: list[Event]) -> None:
    _meta(phone)
    phone.start()
    review = [1, 1, -1, 3, 1, 1, 2500, 1000, 0]
    chunk = {"done": True, "revlog": [review], "cards": [], "notes": []}
    assert phone.post("applyChunk", {"chunk": chunk})[0] == 200
    assert phone.post("finish", {})[0] == 200
    (finished,) = (event for event in events if isinstance(event, SyncFinished))
    assert (finished.received, finished.reviews) == (1, 1)
