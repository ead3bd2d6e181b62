"""What the server reports of running syncs."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from werkzeug.test import Client

from addon.protocol import body, header, jsontext
from addon.server import progress
from addon.server.accounts.accounts import Account, Accounts
from addon.server.app import SyncApp
from addon.server.events import Event
from tests.accounts import issue_key
from tests.server.caller import CLIENT, SANITY, Caller, application
from tests.store.media import zips as media_zips


def stages(app: SyncApp) -> list[str]:
    return [running.stage for running in app.running()]


def test_a_sync_is_reported_from_start_to_finish(app: SyncApp, phone: Caller) -> None:
    phone.post("meta", {"v": 11, "cv": CLIENT})
    assert stages(app) == []  # asking is no sync yet
    phone.start()
    phone.post("applyGraves", {"chunk": {"cards": [5, 6], "notes": [], "decks": []}})
    [running] = app.running()
    assert (running.user, running.client, running.stage) == ("anna", CLIENT, progress.COMPARING)
    assert (running.received, running.sent) == (2, 0)
    assert running.seconds >= 0
    phone.post("sanityCheck2", SANITY)
    assert stages(app) == [progress.CHECKING]
    phone.post("finish", {})
    assert stages(app) == []


def test_a_sync_that_fails_or_gives_up_is_over(app: SyncApp, phone: Caller) -> None:
    phone.start()
    assert phone.post("applyChunk", {"chunk": 5})[0] == 400
    assert stages(app) == []
    phone.start()
    phone.post("abort", {})
    assert stages(app) == []


def test_a_sync_whose_phone_vanished_is_no_longer_reported(
    app: SyncApp, phone: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone.start()
    monkeypatch.setattr(progress, "_VANISHED", 0.0)
    assert stages(app) == []


def test_a_new_start_counts_from_zero(app: SyncApp, phone: Caller) -> None:
    phone.start()
    phone.post("applyGraves", {"chunk": {"cards": [5], "notes": [], "decks": []}})
    phone.start()
    assert app.running()[0].received == 0


def test_media_is_counted_beside_the_collection(app: SyncApp, phone: Caller) -> None:
    phone.start()
    archive = media_zips.upload([("a.jpg", b"a" * 1000), ("b.jpg", b"b" * 1000)])
    response = phone.send("/msync/uploadChanges", body.compress_whole(archive))
    assert response.status_code == 200
    media = next(each for each in app.running() if each.stage == progress.MEDIA)
    assert (media.files_received, media.bytes_received) == (2, len(archive))
    with phone.send("/msync/downloadFiles", body.compress_whole(b'{"files":["a.jpg"]}')) as answer:
        answer.get_data()
    media = next(each for each in app.running() if each.stage == progress.MEDIA)
    assert media.files_sent == 1
    assert media.bytes_sent > 1000
    phone.post("msync/mediaSanity", {"local": 2})
    assert stages(app) == [progress.COMPARING]


def test_uploads_and_downloads_are_reported_while_they_run(
    app: SyncApp, phone: Caller, tmp_path: Path
) -> None:
    phone.start()
    phone.post("finish", {})
    stored = (tmp_path / "users" / "anna" / "collection.anki2").read_bytes()
    seen: list[tuple[str, int]] = []

    def look() -> None:
        [running] = app.running()
        seen.append((running.stage, running.bytes_received))

    packed = body.compress_whole(stored)
    pieces = _Slowly([packed[:1000], packed[1000:]], look)
    sender = {"v": 11, "k": phone.key, "s": "", "c": CLIENT}
    response = Client(app).post(
        "/sync/upload",
        headers={header.HEADER: jsontext.dumps_text(sender)},
        environ_overrides={"wsgi.input": pieces, "wsgi.input_terminated": True},
        buffered=True,
    )
    assert b"".join(body.decompress([response.get_data()], 1000)) == b"OK"
    assert seen[0] == (progress.UPLOADING, 0)
    assert seen[-1] == (progress.UPLOADING, len(stored))
    assert app.running() == []

    going = phone.send("/sync/download", body.compress_whole(b"{}"))
    assert b"".join(body.decompress([going.get_data()], 1 << 30))[:15] == b"SQLite format 3"
    going.close()
    assert app.running() == []


def test_progress_can_be_read_while_others_sync(served: tuple[SyncApp, Accounts]) -> None:
    app, accounts = served
    stop = threading.Event()
    failures: list[BaseException] = []

    def look() -> None:
        try:
            while not stop.is_set():
                app.running()
        except BaseException as error:
            failures.append(error)

    watcher = threading.Thread(target=look)
    watcher.start()
    for number in range(20):
        phone = Caller(app, issue_key(accounts, "anna"), f"session {number}")
        phone.start()
        phone.post("finish", {})
    stop.set()
    watcher.join()
    assert failures == []


def test_events_name_the_device(tmp_path: Path) -> None:
    events: list[Event] = []
    with application(tmp_path, events) as (app, accounts):
        phone = Caller(app, "")
        phone.key = phone.post("hostKey", {"u": "ANNA", "p": "secret"})[1]["key"]
        phone.start()
        phone.post("sanityCheck2", {"client": [[0, 0, 0], 1, 0, 0, 0, 5, 1, 1]})
        phone.send("/sync/upload", body.compress_whole(b"no collection"))
        [device] = accounts.devices.all()
        assert "not an SQLite" in device.problem
    assert {(event.user, event.device) for event in events} == {("anna", device.id)}
    assert [type(event).__name__ for event in events] == [
        "SignedIn",
        "RequestFailed",
        "RequestFailed",
    ]


class _Slowly:
    """A request's body in pieces; `look` is called before each, and at the end."""

    def __init__(self, pieces: list[bytes], look: Callable[[], None]) -> None:
        self._pieces = pieces
        self._look = look

    def read(self, _size: int = -1) -> bytes:
        self._look()
        return self._pieces.pop(0) if self._pieces else b""


def test_requests_at_the_same_time_are_counted_exactly() -> None:
    tracker = progress.Tracker(Account("anna", 1, CLIENT), progress.MEDIA)

    def receive() -> None:
        for _ in range(20_000):
            tracker.add_bytes(received=10)

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=receive) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(before)
    assert tracker.snapshot(0).bytes_received == 4 * 10 * 20_000
