"""Requests in the envelope of versions 8 to 10, without a socket."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from addon.server.app import SyncApp
from addon.server.limits import Limits
from addon.store.collection.collection import CONFIG, Collection
from tests.accounts import issue_key
from tests.protocol.forms import (
    PYTHON_BOUNDARY,
    RUST_BOUNDARY,
    content_type,
    download_form_of_2_0,
    packed,
    python_form,
    rust_form,
)
from tests.server.caller import Caller, application
from tests.store.transfer.snapshots import snapshot

MIB = 1024 * 1024
COUNTS = [[1, 2, 3], 0, 0, 0, 9, 5, 1, 1]


class Legacy:
    """A device of the user "anna" that speaks an old version."""

    def __init__(self, app: SyncApp, key: str) -> None:
        self.http = Client(app)
        self.key = key

    def get(self, path: str) -> TestResponse:
        return self.http.get(path, buffered=True)

    def send(self, path: str, data: bytes, kind: str, **environ: object) -> TestResponse:
        """POST bytes as content of this type."""
        return self.http.post(
            path,
            input_stream=io.BytesIO(data),
            content_type=kind,
            environ_overrides=environ,
            buffered=True,
        )

    def form(self, path: str, form: bytes, boundary: str = PYTHON_BOUNDARY) -> TestResponse:
        return self.send(path, form, content_type(boundary))

    def post(self, method: str, value: object, s: str = "session1") -> TestResponse:
        """Call a collection method, as Anki 2.1.26 does."""
        return self.form(f"/sync/{method}", python_form(packed(value), k=self.key, s=s, c="1"))

    def media(self, method: str, value: object) -> TestResponse:
        """Call a media method, as Anki 2.1.56 does."""
        form = rust_form(json.dumps(value).encode(), sk=self.key)
        return self.form(f"/msync/{method}", form, RUST_BOUNDARY)


@pytest.fixture
def phone(app: SyncApp) -> Legacy:
    """Signed in by a form without key and session, as all are."""
    caller = Legacy(app, "")
    form = python_form(packed({"u": "anna", "p": "secret"}), c="1")
    answer = caller.form("/sync/hostKey", form)
    assert answer.status_code == 200
    caller.key = json.loads(answer.data)["key"]
    return caller


@pytest.fixture
def stored(phone: Legacy, tmp_path: Path) -> Path:
    """Return a stored collection."""
    assert phone.post("start", {"minUsn": 0, "lnewer": True}).status_code == 200
    assert phone.post("finish", {}).status_code == 200
    return tmp_path / "users" / "anna" / "collection.anki2"


def test_a_wrong_password_is_403(app: SyncApp) -> None:
    form = rust_form(packed({"u": "anna", "p": "wrong"}), c="1")
    assert Legacy(app, "").form("/sync/hostKey", form, RUST_BOUNDARY).status_code == 403


def test_answers_are_plain_and_sized(phone: Legacy, stored: Path) -> None:
    answer = phone.post("meta", {"v": 10, "cv": "x"})
    assert json.loads(answer.data)["hostNum"] == 0
    assert answer.mimetype == "application/json"
    assert "anki-original-size" not in answer.headers
    download = phone.form("/sync/download", python_form(None, k=phone.key, v="x", c="1"))
    assert download.data == stored.read_bytes()
    assert int(download.headers["Content-Length"]) == len(download.data)
    assert download.mimetype == "application/octet-stream"
    upload = python_form(gzip.compress(download.data), k=phone.key, v="x", c="1")
    answer = phone.form("/sync/upload", upload)
    assert (answer.data, answer.mimetype) == (b"OK", "text/plain")
    assert phone.post("applyGraves", {}, s="none").status_code == 400


@pytest.mark.parametrize(
    "path", ["/sync/meta", "/sync/sync/meta", "/prefix//sync//meta", "/some/sync/meta/"]
)
def test_a_path_in_front_of_the_method_does_not_matter(phone: Legacy, path: str) -> None:
    value = packed({"v": 10, "cv": "x"})
    assert phone.form(path, python_form(value, k=phone.key, c="1")).status_code == 200
    form = rust_form(value, c="1", k=phone.key, s="x")
    assert phone.form(path, form, RUST_BOUNDARY).status_code == 200


def test_2_0_leaves_out_data_and_closing_boundary_of_download(phone: Legacy, stored: Path) -> None:
    answer = phone.form("/sync/download", download_form_of_2_0(k=phone.key, v="x", c="1"))
    assert (answer.status_code, answer.data) == (200, stored.read_bytes())


def test_an_upload_without_content_length_and_with_the_key_last_is_accepted(
    phone: Legacy, stored: Path
) -> None:
    form = rust_form(gzip.compress(stored.read_bytes()), c="1", k=phone.key, s="x")
    chunked = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
    answer = phone.send("/sync/upload", form, content_type(RUST_BOUNDARY), **chunked)
    assert (answer.status_code, answer.data) == (200, b"OK")


def test_a_complete_sync_as_2_0_does_it(phone: Legacy) -> None:
    """Graves inside `start`, ids as texts, no `applyGraves`; due counts that are really counted."""

    def ask(method: str, value: object) -> Any:
        answer = phone.post(method, value)
        assert answer.status_code == 200, answer.data
        return json.loads(answer.data)

    graves = {"cards": ["5"], "notes": ["6"], "decks": []}
    none: Any = {"cards": [], "notes": [], "decks": []}
    assert ask("start", {"minUsn": 0, "lnewer": True, "graves": graves}) == none
    config = {"curModel": "1398130163168", "activeDecks": ["1"], "nextPos": 1}
    ask("applyChanges", {"changes": {"models": [], "decks": [[], []], "tags": [], "conf": config}})
    assert ask("chunk", {})["done"] is True
    assert ask("applyChunk", {"chunk": {"done": True}}) is None
    assert ask("sanityCheck2", {"client": COUNTS})["status"] == "ok"
    assert ask("finish", {}) > 0
    assert ask("start", {"minUsn": 0, "lnewer": False}) == {"cards": [5], "notes": [6], "decks": []}


@pytest.mark.parametrize(
    "extra", [{}, {"graves": None}, {"offset": None}, {"offset": -60, "graves": None}]
)
def test_start_is_accepted_in_all_older_forms(phone: Legacy, extra: dict[str, object]) -> None:
    assert phone.post("start", {"minUsn": 0, "lnewer": True, **extra}).status_code == 200


@pytest.mark.parametrize("fault", ["missing notes", "deck had usn = -1"])
def test_a_client_that_reports_its_own_collection_as_faulty_gets_bad(
    phone: Legacy, fault: str
) -> None:
    """Python clients and AnkiDroid up to 2.16 send an error message in place of their counts."""
    phone.post("start", {"minUsn": 0, "lnewer": True})
    answer = json.loads(phone.post("sanityCheck2", {"client": fault}).data)
    assert (answer["status"], answer["c"]) == ("bad", fault)
    assert phone.post("finish", {}).status_code == 409


def begin_answer(answer: TestResponse) -> Any:
    assert answer.status_code == 200, answer.data
    value = json.loads(answer.data)
    assert value["err"] == ""
    return value["data"]


def test_media_begin_is_accepted_by_get_and_by_post(phone: Legacy) -> None:
    got = phone.get(f"/msync/begin?k={phone.key}&v=anki%2C2.1.35%2Clinux")
    assert begin_answer(got) == {"usn": 0, "sk": phone.key}
    form = python_form(packed({}), k=phone.key, v="ankidesktop,2.0.52,lin", c="1")
    assert begin_answer(phone.form("/msync//begin", form)) == {"usn": 0, "sk": phone.key}


def test_media_goes_both_ways_in_both_forms(phone: Legacy) -> None:
    packet = io.BytesIO()
    with zipfile.ZipFile(packet, "w") as archive:
        archive.writestr("0", b"bytes \r\n--" + PYTHON_BOUNDARY.encode())
        archive.writestr("_meta", json.dumps([["Grüße 日本.png", "0"]]))
    # Rust: no `c` at all, never compressed; Python: JSON in gzip, the zip with c=0
    form = rust_form(packet.getvalue(), sk=phone.key)
    answer = phone.form("/msync/uploadChanges", form, RUST_BOUNDARY)
    assert json.loads(answer.data) == {"data": [1, 1], "err": ""}
    form = python_form(packet.getvalue(), sk=phone.key, c="0")
    answer = phone.form("/msync/uploadChanges", form)
    assert json.loads(answer.data) == {"data": [1, 1], "err": ""}
    names = {"files": ["Grüße 日本.png"]}
    for answer in (
        phone.media("downloadFiles", names),
        phone.form("/msync/downloadFiles", python_form(packed(names), sk=phone.key, c="1")),
    ):
        archive = zipfile.ZipFile(io.BytesIO(answer.data))
        assert archive.read("0").startswith(b"bytes \r\n")
    assert json.loads(phone.media("mediaSanity", {"local": 1}).data)["data"] == "OK"


@pytest.mark.parametrize(
    ("config", "refused"),
    [
        ({}, ()),
        ({"schedVer": 1}, ()),
        ({"schedVer": 2}, (8,)),
        ({"schedVer": 2, "creationOffset": -120}, (8, 9)),
        ({"schedVer": 2, "creationOffset": 0}, (8, 9)),
        ({"creationOffset": 60}, (8, 9)),
    ],
)
def test_clients_too_old_for_the_collection_are_refused_with_a_reason(
    phone: Legacy, stored: Path, config: dict[str, object], refused: tuple[int, ...]
) -> None:
    collection = Collection(stored)
    collection.begin()
    collection.column(CONFIG).pop("schedVer", None)
    collection.column(CONFIG).update(config)
    collection.changed(CONFIG)
    collection.finish(1)
    collection.close()
    for version in (8, 9, 10, 11):
        meta = json.loads(phone.post("meta", {"v": version, "cv": "x"}).data)
        assert meta["cont"] is (version not in refused)
        assert bool(meta["msg"]) is (version in refused)


@pytest.mark.parametrize("version", [0, 7, 12])
def test_unsupported_versions_are_501(phone: Legacy, version: int) -> None:
    assert phone.post("meta", {"v": version, "cv": "x"}).status_code == 501


def test_one_key_serves_all_versions(app: SyncApp, phone: Legacy) -> None:
    assert Caller(app, phone.key).post("meta", {"v": 11, "cv": "x"})[0] == 200


META = packed({"v": 10, "cv": "x"})


def malformed(key: str) -> Iterator[tuple[str, bytes, str, int]]:
    """Name, form, content type and the status it gets."""
    good = python_form(META, k=key, c="1")
    kind = content_type(PYTHON_BOUNDARY)
    yield "no boundary", good, "multipart/form-data", 400
    yield "empty boundary", good, "multipart/form-data; boundary=", 400
    yield "another boundary", good, content_type("another"), 400
    yield "no form at all", META, "application/octet-stream", 400
    yield "another kind of form", b"k=1&c=1", "application/x-www-form-urlencoded", 400
    yield "nothing", b"", kind, 400
    yield "cut off", good[:-40], kind, 400
    yield "cut gzip", python_form(META[:-4], k=key, c="1"), kind, 400
    yield "no gzip", python_form(b'{"v":10,"cv":"x"}', k=key, c="1"), kind, 400
    yield "more after gzip", python_form(META + b"x", k=key, c="1"), kind, 400
    yield "gzip that is not announced", python_form(META, k=key, c="0"), kind, 400
    yield "no JSON", python_form(gzip.compress(b"{"), k=key, c="1"), kind, 400
    yield "wrong JSON", python_form(packed([]), k=key, c="1"), kind, 400
    yield "no data", python_form(None, k=key, c="1"), kind, 400  # {} is no meta
    yield "long field", python_form(META, k=key, c="1", s="x" * 300), kind, 400
    yield "no UTF-8", python_form(META, k=key, c="1", s="@").replace(b"@", b"\xff"), kind, 400
    yield "no key", python_form(META, c="1"), kind, 403
    yield "empty key", python_form(META, k="", c="1"), kind, 403
    yield "unknown key", python_form(META, k="0" * 40, c="1"), kind, 403


NAMES = [name for name, *_ in malformed("")]


@pytest.mark.parametrize("number", range(len(NAMES)), ids=NAMES)
def test_a_malformed_request_gets_its_status_and_changes_nothing(
    phone: Legacy, stored: Path, number: int
) -> None:
    before = snapshot(stored)
    _name, form, kind, status = list(malformed(phone.key))[number]
    for method in ("meta", "start"):
        answer = phone.send(f"/sync/{method}", form, kind)
        assert answer.status_code == status, answer.data
    assert snapshot(stored) == before
    assert phone.post("meta", {"v": 10, "cv": "x"}).status_code == 200


@pytest.mark.parametrize("method", ["applyGraves", "chunk", "finish"])
def test_a_wrong_or_missing_session_is_409(phone: Legacy, method: str) -> None:
    body = {"chunk": {"cards": [1], "notes": [], "decks": []}}
    phone.post("start", {"minUsn": 0, "lnewer": True})
    assert phone.post(method, body, s="another").status_code == 409
    form = python_form(packed(body), k=phone.key, c="1")
    assert phone.form(f"/sync/{method}", form).status_code == 409
    assert phone.post("sanityCheck2", {"client": COUNTS}).status_code == 200


def test_start_without_a_session_key_is_400(phone: Legacy) -> None:
    form = python_form(packed({"minUsn": 0, "lnewer": True}), k=phone.key, c="1")
    assert phone.form("/sync/start", form).status_code == 400


@pytest.mark.parametrize("query", ["", "?k=", "?k=unknown&v=x", "?sk=1"])
def test_begin_by_get_without_a_known_key_is_403(phone: Legacy, query: str) -> None:
    assert phone.get(f"/msync/begin{query}").status_code == 403


def test_other_methods_by_get_are_not_found(phone: Legacy) -> None:
    assert phone.get(f"/msync/mediaChanges?k={phone.key}").status_code == 404
    assert phone.get(f"/sync/begin?k={phone.key}").status_code == 404


def test_a_gzip_bomb_is_413(tmp_path: Path) -> None:
    limits = Limits(json=MIB, collection=4 * MIB, media_zip=MIB)
    with application(tmp_path, limits=limits) as (app, accounts):
        phone = Legacy(app, issue_key(accounts, "anna"))
        bomb = gzip.compress(b" " * (20 * MIB))
        assert len(bomb) < 100_000
        for path in ("/sync/applyChunk", "/sync/upload", "/msync/uploadChanges"):
            assert phone.form(path, python_form(bomb, k=phone.key, c="1")).status_code == 413
        assert phone.post("meta", {"v": 10, "cv": "x"}).status_code == 200


def test_a_field_besides_the_data_is_bounded(phone: Legacy) -> None:
    for name in ("k", "s", "v"):
        for size, expected in ((256, {200, 403}), (257, {400})):
            fields = {"k": phone.key, name: "x" * size}
            form = python_form(packed({"v": 10, "cv": "x"}), c="1", **fields)
            assert phone.form("/sync/meta", form).status_code in expected


def test_a_small_limit_for_collections_leaves_media_alone(tmp_path: Path) -> None:
    with application(tmp_path, limits=Limits(collection=MIB)) as (app, accounts):
        phone = Legacy(app, issue_key(accounts, "anna"))
        packet = io.BytesIO()
        with zipfile.ZipFile(packet, "w") as archive:
            archive.writestr("0", b"x" * (2 * MIB))
            archive.writestr("_meta", json.dumps([["large.png", "0"]]))
        form = rust_form(packet.getvalue(), sk=phone.key)
        answer = phone.form("/msync/uploadChanges", form, RUST_BOUNDARY)
        assert json.loads(answer.data) == {"data": [1, 1], "err": ""}


def test_the_body_of_an_unknown_client_is_bounded_and_leaves_no_file(tmp_path: Path) -> None:
    limits = Limits(json=MIB, collection=3 * MIB, media_zip=2 * MIB)
    with application(tmp_path, limits=limits) as (app, _):
        unknown = Legacy(app, "0" * 40)
        for path, most in (
            ("/sync/meta", 1),
            ("/sync/upload", 3),
            ("/msync/uploadChanges", 2),
            ("/sync/hostKey", 1),
        ):
            form = rust_form(b"x" * (most * MIB + 1), k=unknown.key)
            assert unknown.form(path, form, RUST_BOUNDARY).status_code == 413
        # a body within the limits is received, and only then is it clear who sent it
        form = rust_form(b"x" * (3 * MIB), k=unknown.key)
        for _ in range(3):
            assert unknown.form("/sync/upload", form, RUST_BOUNDARY).status_code == 403
        around = rust_form(b"", k=unknown.key).replace(b"--" + RUST_BOUNDARY.encode(), b"x" * MIB)
        assert unknown.form("/sync/meta", around, RUST_BOUNDARY).status_code in (400, 413)
        assert list((tmp_path / "users").rglob("*")) == []


def test_logs_hold_no_keys(phone: Legacy, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        phone.get(f"/msync/begin?k={phone.key}&v=x")
        phone.post("applyChunk", {})
        phone.form("/sync/meta", python_form(b"x", k=phone.key, c="1"))
    assert "refused with 400" in caplog.text
    assert phone.key not in caplog.text
