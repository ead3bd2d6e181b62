"""A phone that vanishes during a sync blocks nobody."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from werkzeug.test import Client

from addon.protocol import body, header, jsontext
from addon.server.limits import Limits
from addon.server.users import User
from addon.store.collection.summary import summarize
from addon.store.transfer.carry import export_user
from addon.store.transfer.copies import back_up
from tests.accounts import add_user, issue_key
from tests.server.caller import CLIENT, Caller, application

IDLE = 0.4  # s
MIB = 1024 * 1024


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Caller]:
    with application(tmp_path, limits=Limits(idle_session=IDLE)) as (app, accounts):
        phone = Caller(app, issue_key(accounts, "anna"))
        phone.app = app  # type: ignore[attr-defined]
        yield phone


@pytest.fixture
def user(phone: Caller) -> User:
    return phone.app.users.get("anna")  # type: ignore[attr-defined,no-any-return]


def notes(count: int) -> dict[str, object]:
    return {
        "chunk": {
            "done": False,
            "graves": [],
            "notes": [],
            "cards": [],
            "revlog": [[number, 1, -1, 1, 1, 1, 1, 1, 1] for number in range(1, count)],
        }
    }


def wait_for_the_end(user: User) -> None:
    end = time.monotonic() + 60
    while user.has_session("session-1"):
        assert time.monotonic() < end, "the session never ended"
        time.sleep(0.01)


def test_a_session_without_requests_is_rolled_back(phone: Caller, user: User) -> None:
    phone.start()
    assert phone.post("applyChunk", notes(10))[0] == 200
    wait_for_the_end(user)
    # forgotten first, and rolled back a moment later
    with closing(sqlite3.connect(user.folder.collection, timeout=60)) as db:
        db.execute("begin immediate")  # nobody keeps it
        assert db.execute("select count() from revlog").fetchone() == (0,)
    assert phone.post("finish", {})[0] == 409
    phone.start()
    assert phone.post("finish", {})[0] == 200


def test_one_thread_watches_until_no_session_is_left(tmp_path: Path) -> None:
    def watching() -> int:
        names = [thread.name for thread in threading.enumerate()]
        return names.count("lan-sync-idle-sessions")

    def wait_until_nobody_watches() -> None:
        end = time.monotonic() + 60
        while watching():
            assert time.monotonic() < end, "somebody still watches"
            time.sleep(0.01)

    wait_until_nobody_watches()  # those of other tests
    with application(tmp_path, limits=Limits(idle_session=IDLE)) as (app, accounts):
        add_user(accounts, "ben", "secret")
        add_user(accounts, "carl", "secret")
        phones = [Caller(app, issue_key(accounts, name)) for name in ("anna", "ben", "carl")]
        for phone in phones:
            phone.start()
        assert watching() == 1
        assert phones[0].post("finish", {})[0] == 200
        wait_until_nobody_watches()
        assert not any(app.users.get(name).has_session("session-1") for name in ("ben", "carl"))
        phones[0].start()  # the next session is watched again
        wait_for_the_end(app.users.get("anna"))


def test_a_session_that_cannot_be_rolled_back_leaves_the_others_watched(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with application(tmp_path, limits=Limits(idle_session=IDLE)) as (app, accounts):
        add_user(accounts, "ben", "secret")
        anna, ben = (Caller(app, issue_key(accounts, name)) for name in ("anna", "ben"))
        anna.start()
        with app.users.get("anna").session(anna.session) as session:
            session.collection.close()
            session.collection.db = None  # type: ignore[assignment]
        wait_for_the_end(app.users.get("anna"))
        ben.start()
        wait_for_the_end(app.users.get("ben"))
    assert "could not be ended" in caplog.text


def test_a_closed_server_watches_no_longer(tmp_path: Path) -> None:
    with application(tmp_path) as (app, accounts):
        Caller(app, issue_key(accounts, "anna")).start()
        (thread,) = [
            each for each in threading.enumerate() if each.name == "lan-sync-idle-sessions"
        ]
    thread.join(60)
    assert not thread.is_alive()


class SlowBody:
    """A body on a bad Wi-Fi."""

    def __init__(self, data: bytes, seconds: float) -> None:
        self._data = data
        self._seconds = seconds

    def read(self, _size: int = -1) -> bytes:
        time.sleep(self._seconds)
        data, self._data = self._data, b""
        return data


def test_a_slow_phone_is_not_given_up(phone: Caller, user: User) -> None:
    phone.start()
    sender = {"v": 11, "k": phone.key, "s": phone.session, "c": CLIENT}
    slow = SlowBody(body.compress_whole(jsontext.dumps(notes(3))), 2 * IDLE)
    answer = Client(phone.app).post(  # type: ignore[attr-defined]
        "/sync/applyChunk",
        headers={header.HEADER: jsontext.dumps_text(sender)},
        environ_overrides={"wsgi.input": slow, "wsgi.input_terminated": True},
        buffered=True,
    )
    assert answer.status_code == 200
    assert phone.post("finish", {})[0] == 200
    with closing(sqlite3.connect(user.folder.collection)) as db:
        assert db.execute("select count() from revlog").fetchone() == (2,)


def test_readers_do_not_wait_for_a_large_session(tmp_path: Path) -> None:
    with application(tmp_path) as (app, accounts):
        phone = Caller(app, issue_key(accounts, "anna"))
        folder = app.users.get("anna").folder
        phone.start()
        assert phone.post("finish", {})[0] == 200
        phone.start()
        for first in range(0, 60_000, 4_000):
            chunk = notes(1)
            chunk["chunk"]["revlog"] = [  # type: ignore[index]
                [number, 1, -1, 1, 1, 1, 1, 1, 1] for number in range(first + 1, first + 4_000)
            ]
            assert phone.post("applyChunk", chunk)[0] == 200
        with closing(sqlite3.connect(folder.collection, timeout=0)) as db:
            assert db.execute("select count() from revlog").fetchone() == (0,)
        summary = summarize(folder.collection)
        assert summary is not None
        assert summary.reviews == 0
        kept = back_up(folder)
        assert kept is not None
        export_user(folder, tmp_path / "out")
        assert phone.post("finish", {})[0] == 200
        assert summarize(folder.collection) != summary
