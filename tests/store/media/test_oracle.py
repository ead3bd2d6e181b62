"""Anki's own sync server as the judge: same answers, and a folder that either can serve."""

from __future__ import annotations

import io
import json
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from addon.server.app import status_of
from addon.store.faults import NotNow, StoreFault
from addon.store.media.store import MediaStore
from tests.live.servers import AnkiServer, User
from tests.live.wire import WireClient

from .zips import download, raw, upload

Answer = tuple[int, Any]

# The old names of a user that both sides get the same requests for.
NAMES = ["a.jpg", "A.jpg", "b", "日本.mp3", "con.mp3", "dot. ", "[x]?.png", "é" * 127, "never"]


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnkiServer]:
    with AnkiServer.with_users(tmp_path_factory.mktemp("anki"), 40) as server:
        yield server


@pytest.fixture
def user(anki: AnkiServer) -> User:
    return anki.new_user()


@pytest.fixture
def wire(anki: AnkiServer, user: User) -> WireClient:
    return logged_in(anki, user)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[MediaStore]:
    with closing(opened(tmp_path)) as store:
        yield store


def opened(folder: Path) -> MediaStore:
    return MediaStore(folder / "media", folder / "media.db")


def logged_in(server: AnkiServer, user: User) -> WireClient:
    wire = WireClient(server.url)
    assert wire.login(user.name, user.password) == 200
    return wire


def of_anki(wire: WireClient, method: str, request: object) -> Answer:
    status, value = wire.media(method, request)
    if status != 200:
        return status, None
    return status, download(io.BytesIO(value)) if isinstance(value, bytes) else value["data"]


def of_store(store: MediaStore, method: str, request: Any) -> Answer:
    """Return what the server makes of each method of media sync."""
    methods: dict[str, Callable[[], Any]] = {
        "begin": store.last_usn,
        "mediaChanges": lambda: [list(row) for row in store.changes_since(request["lastUsn"])],
        "uploadChanges": lambda: list(store.apply_upload(io.BytesIO(request))),
        "downloadFiles": lambda: download(store.zip_of(request["files"])),
        "mediaSanity": lambda: "OK" if store.count() == request["local"] else "mediaSanity",
    }
    try:
        return 200, methods[method]()
    except StoreFault as fault:
        return status_of(fault), None


def assert_same(wire: WireClient, store: MediaStore, method: str, request: object) -> Answer:
    ours = of_store(store, method, request)
    theirs = of_anki(wire, method, request)
    if isinstance(theirs[1], list) and method == "mediaChanges":
        theirs = (theirs[0], sorted(theirs[1], key=lambda row: row[1]))  # it promises no order
    if isinstance(theirs[1], dict):  # begin
        theirs = (theirs[0], theirs[1]["usn"])
    assert ours == theirs, (method, request)
    return ours


def assert_same_state(wire: WireClient, store: MediaStore) -> None:
    assert_same(wire, store, "begin", {"v": "test"})
    assert_same(wire, store, "mediaChanges", {"lastUsn": 0})
    for local in (store.count(), store.count() + 1):
        assert_same(wire, store, "mediaSanity", {"local": local})


@pytest.mark.parametrize("seed", range(3))
def test_the_same_requests_get_the_same_answers(
    wire: WireClient, store: MediaStore, seed: int
) -> None:
    rng = random.Random(seed)
    for _ in range(40):
        entries = [
            (rng.choice(NAMES[:-1]), rng.choice([None, b"1", b"22", b"333"]))
            for _ in range(rng.randint(0, 5))
        ]
        zipped = upload(entries, deletion=rng.choice([None, ""]))
        assert assert_same(wire, store, "uploadChanges", zipped)[0] == 200
        wanted = {"files": rng.sample(NAMES, k=rng.randint(0, 3))}
        assert_same(wire, store, "downloadFiles", wanted)
        assert_same(wire, store, "mediaChanges", {"lastUsn": rng.randint(-1, store.last_usn())})
    assert_same_state(wire, store)


MEGABYTE = bytes(range(256)) * 4096


@pytest.mark.parametrize("sizes", [[1] * 26, [2, 2, 1], [4, 1], [0.5] * 9, [2.5, 1, 1]])
def test_a_download_holds_as_many_files(
    wire: WireClient, store: MediaStore, sizes: list[float]
) -> None:
    names = [str(n) for n in range(len(sizes))]
    for name, size in zip(names, sizes, strict=True):
        data = MEGABYTE * int(size) + MEGABYTE[: int(size % 1 * len(MEGABYTE))]
        assert_same(wire, store, "uploadChanges", upload([(name, data)]))
    assert_same(wire, store, "downloadFiles", {"files": names})


REFUSED = {
    "separator": upload([("ok", b"x"), ("a/b", b"x")]),
    "parent": upload([("../a", b"x")]),
    "not NFC": upload([("e\u0301", b"x")]),
    "not NFC deleted": upload([("e\u0301", None)]),
    "separator deleted": upload([("a/b", None)]),
    "too long": upload([("é" * 128, b"x")]),
    "too long deleted": upload([("x" * 256, None)]),
    "empty file": upload([("ok", b"x"), ("a", b"")]),
    "26 entries": upload([(str(n), b"x") for n in range(26)]),
    "missing member": raw([["a", "0"]], {}),
    "no zip": b"no zip",
    "nothing": b"",
    "no JSON": raw(b"{", {}),
    "another shape": raw([["a"]], {}),
    "three in a line": raw([["a", "0", "1"]], {"0": b"x"}),
    "a number": raw([["a", 0]], {"0": b"x"}),
    "half a surrogate": raw(b'[["\\ud800", "0"]]', {"0": b"x"}),
}


@pytest.mark.parametrize("why", REFUSED)
def test_the_same_uploads_are_refused(wire: WireClient, store: MediaStore, why: str) -> None:
    assert assert_same(wire, store, "uploadChanges", REFUSED[why]) == (400, None)
    assert_same_state(wire, store)


@pytest.mark.parametrize(
    ("name", "theirs"), [("a:b", 200), ("a\\b", 200), ("", 500), ("..", 500), ("a\0b", 500)]
)
def test_names_that_we_refuse_and_ankis_server_accepts_or_fails_on(
    wire: WireClient, store: MediaStore, name: str, theirs: int
) -> None:
    zipped = upload([(name, b"x")])
    assert of_anki(wire, "uploadChanges", zipped)[0] == theirs
    assert of_store(store, "uploadChanges", zipped) == (400, None)


@pytest.mark.parametrize("name", ["a:b", "a\\b", "", "..", "a\0b"])
def test_any_name_can_be_deleted(wire: WireClient, store: MediaStore, name: str) -> None:
    assert assert_same(wire, store, "uploadChanges", upload([(name, None)])) == (200, [1, 0])


def test_a_lost_file_is_forgotten(
    anki: AnkiServer, user: User, wire: WireClient, store: MediaStore, tmp_path: Path
) -> None:
    zipped = upload([("a", b"1"), ("b", b"2"), ("c", b"3")])
    assert_same(wire, store, "uploadChanges", zipped)
    for folder in (tmp_path, anki.folder(user)):
        (folder / "media" / "b").unlink()
    wanted = {"files": ["a", "b", "c"]}
    assert assert_same(wire, store, "downloadFiles", wanted) == (409, None)
    assert_same_state(wire, store)
    assert_same(wire, store, "downloadFiles", {"files": ["a", "c"]})
    assert_same(wire, store, "uploadChanges", zipped)
    assert_same(wire, store, "downloadFiles", wanted)
    assert_same_state(wire, store)


def fill(store: MediaStore) -> list[list[object]]:
    store.apply_upload(io.BytesIO(upload([(name, name.encode()) for name in NAMES])))
    store.apply_upload(io.BytesIO(upload([("b", None), ("a.jpg", b"changed")])))
    return [list(row) for row in store.changes_since(0)]


def test_a_folder_moves_to_ankis_server_and_back(tmp_path: Path) -> None:
    user = User("user1", "pass")
    folder = tmp_path / user.name
    with closing(opened(folder)) as store:
        changes = fill(store)
    with AnkiServer(tmp_path, [user]) as server:
        wire = logged_in(server, user)
        assert of_anki(wire, "mediaChanges", {"lastUsn": 0}) == (200, changes)
        assert of_anki(wire, "mediaSanity", {"local": len(NAMES) - 1}) == (200, "OK")
        files = [("日本.mp3", "日本.mp3".encode()), ("a.jpg", b"changed")]
        assert of_anki(wire, "downloadFiles", {"files": [name for name, _ in files]})[1] == files
        more = upload([("theirs", b"theirs"), ("never", None)])
        assert of_anki(wire, "uploadChanges", more) == (200, [2, len(NAMES) + 4])
        with closing(opened(folder)) as store, pytest.raises(NotNow, match="another sync"):
            store.last_usn()
        changes = of_anki(wire, "mediaChanges", {"lastUsn": 0})[1]
        server.kill()  # leaves its log beside the database
    assert (folder / "media.db-wal").stat().st_size > 0
    with closing(opened(folder)) as store:
        assert [list(row) for row in store.changes_since(0)] == changes
        assert of_store(store, "downloadFiles", {"files": ["theirs"]})[1] == [("theirs", b"theirs")]
    assert not (folder / "media.db-wal").exists()


def test_the_tables_are_those_of_ankis_server(
    anki: AnkiServer, user: User, wire: WireClient, store: MediaStore, tmp_path: Path
) -> None:
    zipped = upload([("a", b"1"), ("b", b"2")])
    assert_same(wire, store, "uploadChanges", zipped)
    assert_same(wire, store, "uploadChanges", upload([("a", None)]))
    anki.kill()  # it holds the file as long as it runs
    try:
        ours, theirs = (dump(path / "media.db") for path in (tmp_path, anki.folder(user)))
    finally:
        anki.start()
    assert ours == theirs


def dump(path: Path) -> object:
    with closing(sqlite3.connect(path)) as db:
        tables = ["media", "meta"]
        columns = {table: db.execute(f"PRAGMA table_info({table})").fetchall() for table in tables}
        indexes = db.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name"
        ).fetchall()
        rows = db.execute(
            "SELECT fname, hex(csum), size, usn, abs(mtime - strftime('%s')) < 100"
            " FROM media ORDER BY usn"
        )
        version = db.execute("PRAGMA user_version").fetchall()
        meta = db.execute("SELECT * FROM meta").fetchall()
        return json.dumps([columns, indexes, rows.fetchall(), meta, version])
