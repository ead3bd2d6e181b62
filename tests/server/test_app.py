from __future__ import annotations

import contextlib
import io
import logging
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from addon.protocol import body
from addon.server import routes
from addon.server.app import SyncApp
from addon.server.events import Event, SignedIn, SignInRefused, SyncFinished
from addon.server.limits import Limits
from addon.server.replies import File
from tests.accounts import issue_key
from tests.server.caller import SANITY, Caller, application


@pytest.fixture
def events() -> list[Event]:
    return []


@pytest.fixture
def app(tmp_path: Path, events: list[Event]) -> Iterator[SyncApp]:
    with application(tmp_path, events) as (app, _):
        yield app


@pytest.fixture
def phone(app: SyncApp, events: list[Event]) -> Caller:
    caller = Caller(app, "")
    status, answer = caller.post("hostKey", {"u": "anna", "p": "secret"})
    assert status == 200
    caller.key = answer["key"]
    events.clear()
    return caller


def other_device(app: SyncApp, phone: Caller) -> Caller:
    return Caller(app, phone.key, "session-2")


def test_logins_and_failed_logins_are_reported(app: SyncApp, events: list[Event]) -> None:
    caller = Caller(app, "")
    assert caller.post("hostKey", {"u": "anna", "p": "wrong"})[0] == 403
    assert caller.post("hostKey", {"u": "anna", "p": "secret"})[0] == 200
    assert [type(event) for event in events] == [SignInRefused, SignedIn]


def test_an_unknown_key_is_forbidden_everywhere(app: SyncApp) -> None:
    caller = Caller(app, "0" * 40)
    for method in ("meta", "start", "upload", "download", "msync/begin", "msync/uploadChanges"):
        assert caller.post(method, {})[0] == 403


def test_a_new_account_looks_like_an_untouched_collection(phone: Caller) -> None:
    status, meta = phone.post("meta", {"v": 11, "cv": "x"})
    assert status == 200
    assert (meta["mod"], meta["empty"], meta["media_usn"]) == (0, True, 0)


@pytest.mark.parametrize("version", [7, 12, 0, 999])
def test_an_unknown_version_in_meta_is_too_old(phone: Caller, version: int) -> None:
    assert phone.post("meta", {"v": version, "cv": "x"})[0] == 501


@pytest.mark.parametrize(
    "path", ["/sync/meta", "/sync/sync/meta", "/prefix//sync//meta", "/some/prefix/sync/meta/"]
)
def test_a_path_in_front_of_the_method_does_not_matter(phone: Caller, path: str) -> None:
    response = phone.send(path, body.compress_whole(b'{"v":11,"cv":"x"}'))
    assert response.status_code == 200


@pytest.mark.parametrize("path", ["/sync/nothing", "/sync", "/meta", "/msync/meta", "/x/healthy"])
def test_unknown_addresses_are_not_found(phone: Caller, path: str) -> None:
    assert phone.send(path, b"").status_code == 404
    assert phone.get(path).status_code == 404


def test_health_and_the_page_for_people_need_no_key(app: SyncApp) -> None:
    caller = Caller(app, "")
    assert caller.get("/health").status_code == 200
    page = caller.get("/")
    assert page.mimetype == "text/html"
    assert "http://localhost/" in page.get_data(as_text=True)


def test_the_page_shows_a_hostile_host_header_as_text(app: SyncApp) -> None:
    page = Caller(app, "")._http.get(
        "/", headers={"Host": "x<script>alert(1)</script>"}, buffered=True
    )
    assert b"<script>alert" not in page.get_data()


def test_meta_leaves_a_running_session_alone(app: SyncApp, phone: Caller) -> None:
    phone.start()
    assert other_device(app, phone).post("meta", {"v": 11, "cv": "x"})[0] == 200
    assert phone.post("sanityCheck2", SANITY) == (
        200,
        {"status": "ok", "c": SANITY["client"], "s": SANITY["client"]},
    )


def test_a_new_start_supersedes_the_old_session_which_is_told(app: SyncApp, phone: Caller) -> None:
    phone.start()
    tablet = other_device(app, phone)
    tablet.start()
    assert phone.post("chunk", {})[0] == 409
    assert phone.post("abort", {})[0] == 200  # as clients do after any failure
    assert tablet.post("chunk", {})[0] == 200


def test_nothing_is_visible_before_finish(app: SyncApp, phone: Caller, events: list[Event]) -> None:
    tablet = other_device(app, phone)
    before = tablet.post("meta", {"v": 11, "cv": "x"})[1]
    phone.start()
    assert phone.post("applyGraves", {"chunk": {"cards": [5], "notes": [], "decks": []}})[0] == 200
    seen = tablet.post("meta", {"v": 11, "cv": "x"})[1]
    assert (seen["mod"], seen["usn"]) == (before["mod"], before["usn"])
    status, mod = phone.post("finish", {})
    assert status == 200
    after = tablet.post("meta", {"v": 11, "cv": "x"})[1]
    assert (after["mod"], after["usn"]) == (mod, before["usn"] + 1)
    [event] = [event for event in events if isinstance(event, SyncFinished)]
    assert event.received == 1


def test_an_aborted_session_leaves_nothing(app: SyncApp, phone: Caller) -> None:
    phone.start()
    phone.post("applyGraves", {"chunk": {"cards": [5], "notes": [], "decks": []}})
    assert phone.post("abort", {})[0] == 200
    assert phone.post("finish", {})[0] == 409
    tablet = other_device(app, phone)
    assert tablet.post("start", {"minUsn": 0, "lnewer": False}) == (
        200,
        {"cards": [], "notes": [], "decks": []},
    )


def test_different_counts_are_bad_and_end_the_session(phone: Caller) -> None:
    phone.start()
    theirs = [[0, 0, 0], 1, 0, 0, 0, 5, 1, 1]
    status, answer = phone.post("sanityCheck2", {"client": theirs})
    assert (status, answer["status"], answer["c"]) == (200, "bad", theirs)
    assert phone.post("finish", {})[0] == 409


def test_a_clients_error_is_one_short_line_in_the_log(
    phone: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    phone.start()
    sentence = "broken\nERROR as if we had said it " + "x" * 50_000
    assert phone.post("sanityCheck2", {"client": sentence})[1]["status"] == "bad"
    [line] = [record.getMessage() for record in caplog.records if "differ" in record.getMessage()]
    assert "\n" not in line
    assert len(line) < 500


def test_due_counts_and_graves_are_not_compared(phone: Caller) -> None:
    phone.start()
    theirs = [[9, 8, 7], 0, 0, 0, 55, 5, 1, 1]
    assert phone.post("sanityCheck2", {"client": theirs})[1]["status"] == "ok"


@pytest.mark.parametrize(
    ("method", "value"),
    [
        ("applyChanges", {"changes": {"models": [{}], "decks": [[], []], "tags": []}}),
        ("applyChanges", {"changes": {"models": [], "decks": [[], []], "tags": [None]}}),
        ("applyChunk", {"chunk": {"done": True, "cards": [[1, 2]]}}),
        ("applyGraves", {"chunk": {"cards": ["x"], "notes": [], "decks": []}}),
        ("applyGraves", {"chunk": {"cards": [], "notes": [], "decks": [1]}}),
        ("sanityCheck2", {"client": [1, 2]}),
    ],
)
def test_malformed_data_is_refused_and_the_server_goes_on(
    phone: Caller, method: str, value: object
) -> None:
    phone.start()
    assert phone.post(method, value)[0] == 400
    phone.start()
    assert phone.post("finish", {})[0] == 200


def test_a_body_beyond_its_limit_is_too_large(tmp_path: Path) -> None:
    with application(tmp_path, limits=Limits(json=100)) as (app, accounts):
        caller = Caller(app, issue_key(accounts, "anna"))
        assert caller.post("applyChunk", {"chunk": {"done": True, "x": "y" * 200}})[0] == 413


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"u": "anna", "p": "x" * 16_300}, 403),
        ({"u": "anna", "p": "x" * 16_400}, 413),
        ({"u": "anna", "p": "x", "more": [0] * 990}, 403),
        ({"u": "anna", "p": "x", "more": [0] * 1000}, 413),
    ],
    ids=["long", "too long", "many values", "too many"],
)
def test_a_sign_in_is_bounded(app: SyncApp, sent: object, status: int) -> None:
    assert Caller(app, "").post("hostKey", sent)[0] == status


def test_a_locked_file_is_answered_with_try_again_and_nothing_is_lost(
    phone: Caller, tmp_path: Path
) -> None:
    phone.start()
    assert phone.post("finish", {})[0] == 200
    path = tmp_path / "users" / "anna" / "collection.anki2"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin exclusive")
    try:
        assert phone.post("start", {"minUsn": 0, "lnewer": True})[0] == 503
    finally:
        other.close()
    phone.start()


@pytest.mark.parametrize("name", ["collection.anki2", "media.db"])
def test_a_damaged_file_is_answered_with_try_again_and_logged(
    phone: Caller, tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    folder = tmp_path / "users" / "anna"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"x" * 5000)
    status, answer = phone.post("meta", {"v": 11, "cv": "x"})
    assert status == 503, answer
    assert "file is not a database" in caplog.text
    assert "Traceback" not in caplog.text


def test_refusals_reveal_no_paths_and_no_python_errors(
    app: SyncApp, phone: Caller, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def refusal(method: str, data: bytes, key: str = phone.key) -> str:
        path = method if "/" in method else f"sync/{method}"
        response = Caller(app, key).send(f"/{path}", data)
        assert response.status_code != 200
        return response.get_data(as_text=True)

    folder = tmp_path / "users" / "anna"
    meta = body.compress_whole(b'{"v":11,"cv":"x"}')
    (folder / "media.db").mkdir(parents=True)
    texts = [refusal("msync/begin", body.compress_whole(b'{"v":"x"}'))]
    (folder / "media.db").rmdir()
    texts += [
        refusal("meta", body.compress_whole(b"{")),
        refusal("meta", body.compress_whole(b"\xff")),
        refusal("meta", b"no zstd"),
        refusal("meta", meta[:-3]),
        refusal("hostKey", body.compress_whole(b"[1,"), key=""),
        refusal("msync/uploadChanges", body.compress_whole(b"no zip")),
    ]
    phone.start()
    assert phone.post("finish", {})[0] == 200
    with contextlib.closing(sqlite3.connect(folder / "collection.anki2")) as other:
        other.execute("begin exclusive")
        texts.append(refusal("start", body.compress_whole(b'{"minUsn":0,"lnewer":true}')))
    with unreadable(tmp_path / "accounts.db"):
        texts.append(refusal("meta", meta))
        texts.append(refusal("hostKey", body.compress_whole(b'{"u":"anna","p":"secret"}'), key=""))
    for text in texts:
        assert str(tmp_path) not in text
        assert "Errno" not in text
        assert not re.search("database|line 1|column 1|zip file:|decompress|unexpected", text), text
    assert "database is locked" in caplog.text  # where the owner of this computer looks


@contextlib.contextmanager
def unreadable(accounts: Path) -> Iterator[None]:
    """Take the tables away. A lock would not do: readers of a write-ahead log wait for nobody."""
    with contextlib.closing(sqlite3.connect(accounts, isolation_level=None)) as other:
        for table in ("devices", "users"):
            other.execute(f"alter table {table} rename to {table}_away")
        yield
        for table in ("devices", "users"):
            other.execute(f"alter table {table}_away rename to {table}")


def test_a_sync_goes_through_while_another_program_writes_the_accounts(
    phone: Caller, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "accounts.db", isolation_level=None)
    other.execute("begin immediate")
    try:
        assert phone.post("meta", {"v": 11, "cv": "another client"})[0] == 200
        phone.start()
        assert phone.post("finish", {})[0] == 200
    finally:
        other.close()


def test_unreadable_accounts_do_not_log_devices_out(phone: Caller, tmp_path: Path) -> None:
    with unreadable(tmp_path / "accounts.db"):
        assert phone.post("meta", {"v": 11, "cv": "x"})[0] == 503


def test_a_stopping_server_lets_a_running_session_end_and_begins_none(
    app: SyncApp, phone: Caller
) -> None:
    phone.start()
    app.refuse_new_work()
    assert other_device(app, phone).post("meta", {"v": 11, "cv": "x"})[0] == 503
    assert Caller(app, "").post("hostKey", {"u": "anna", "p": "secret"})[0] == 503
    assert phone.post("finish", {})[0] == 200


def test_a_session_needs_a_key(app: SyncApp, phone: Caller) -> None:
    nameless = Caller(app, phone.key, session="")
    assert nameless.post("start", {"minUsn": 0, "lnewer": True})[0] == 400


def test_an_upload_that_is_not_a_collection_is_refused_with_a_reason(
    phone: Caller, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    phone.start()
    phone.post("finish", {})
    stored = tmp_path / "users" / "anna" / "collection.anki2"
    before = stored.read_bytes()
    with caplog.at_level(logging.WARNING):
        response = phone.send("/sync/upload", body.compress_whole(b"no collection" * 100))
    text = b"".join(body.decompress([response.get_data()], 10_000)).decode()
    assert response.status_code == 200
    assert "Check Database" in text
    assert "not an SQLite file" in caplog.text
    assert stored.read_bytes() == before
    assert [path.name for path in stored.parent.iterdir() if path.name.startswith(".")] == []


def test_logs_hold_no_keys(phone: Caller, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        phone.post("meta", {"v": 11, "cv": "x"})
        phone.get(f"/msync/begin?k={phone.key}")
        phone.start()
        phone.post("applyChunk", {})
    assert "refused with 400" in caplog.text
    assert phone.key not in caplog.text
    assert "secret" not in caplog.text


class Unclosable(io.BytesIO):
    """A file on a network drive that goes away."""

    def close(self) -> None:
        if not self.closed:
            super().close()
            raise OSError("the drive is gone")


def test_a_server_stops_even_if_the_file_of_an_answer_cannot_be_closed(
    app: SyncApp, phone: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(routes.STEPS, ("sync", "download"), lambda _call: File(Unclosable(), 0))
    with pytest.raises(OSError, match="the drive is gone"):
        phone.post("download", {})
    app.close()  # it would wait for the answer for ever
