"""Malformed media uploads: refused whole, and nothing leaves the media folder."""

from __future__ import annotations

import functools
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .clients import Client
from .conftest import ON_OURS
from .content import fill
from .servers import Server
from .snapshot import media
from .target import LiveTarget

Entry = tuple[str, "str | None", bytes]


def zip_of(
    entries: list[Entry], meta: object = ..., compression: int = zipfile.ZIP_STORED
) -> bytes:
    """Return a media upload: entries of (media file name, name in the zip or None, data)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for _, name_in_zip, data in entries:
            if name_in_zip is not None:
                archive.writestr(name_in_zip, data)
        if meta is ...:
            meta = [[name, name_in_zip] for name, name_in_zip, _ in entries]
        if meta is not None:
            archive.writestr("_meta", meta if isinstance(meta, bytes) else json.dumps(meta))
    return buffer.getvalue()


class Target(LiveTarget):
    def upload(self, data: bytes) -> int:
        return self.session.wire.media("uploadChanges", data)[0]


def fill_with_media(client: Client) -> None:
    fill(client)
    for name in ("kept.png", "ü.png"):
        (client.media / name).write_bytes(name.encode())


@pytest.fixture(scope="module")
def target(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    with Target.at(server, tmp_path_factory.mktemp("device"), fill_with_media) as target:
        yield target


@pytest.fixture(autouse=True)
def _nothing_happens(target: Target) -> Iterator[None]:
    """Around each test: the media stay, nothing is written elsewhere, a normal sync works."""
    folder = target.server.folder(target.user)
    files = media(folder / "media")
    around = everything_around(target.server.data)
    with target.unchanged():
        yield
        assert media(folder / "media") == files
        assert everything_around(target.server.data) == around


def everything_around(data: Path) -> set[str]:
    """Return all files of the server and beside its folder, apart from those that come and go:
    SQLite's companions and the journal of media, which goes once its files are flushed."""
    come_and_go = ("-wal", "-shm", "-journal", ".journal")
    return {str(file) for file in data.parent.rglob("*") if not file.name.endswith(come_and_go)}


def with_a_file_named(name: str) -> bytes:
    return zip_of([("fine.png", "0", b"x"), (name, "1", b"data")])


BAD_NAMES = ["../evil.txt", "/etc/evil", "a/b.png", "u\u0308.png", "x" * 300]


@pytest.mark.parametrize("name", BAD_NAMES, ids=lambda name: ascii(name[:20]))
def test_an_impossible_media_name_is_refused(target: Target, name: str) -> None:
    assert target.upload(with_a_file_named(name)) == 400


# Anki's server stores some of these (which devices then save under another name, and upload
# again), and answers 500 to others after it has stored the rest of the zip.
WORSE_NAMES = ["..", ".", "..\\evil.txt", "a\\b.png", "", "a\0b.png"]


@ON_OURS
@pytest.mark.parametrize("name", WORSE_NAMES, ids=ascii)
def test_a_name_that_some_device_cannot_keep_is_refused(target: Target, name: str) -> None:
    assert target.upload(with_a_file_named(name)) == 400


def test_an_empty_file_is_refused(target: Target) -> None:
    assert target.upload(zip_of([("fine.png", "0", b"x"), ("empty.png", "1", b"")])) == 400


def test_more_than_25_entries_are_refused(target: Target) -> None:
    entries: list[Entry] = [(f"{number}.png", str(number), b"x") for number in range(26)]
    assert target.upload(zip_of(entries)) == 400


MALFORMED = {
    "no zip": b"not a zip",
    "nothing": b"",
    "no list of names": zip_of([("a.png", "0", b"x")], meta=None),
    "names no JSON": zip_of([("a.png", "0", b"x")], meta=b"{"),
    "names an object": zip_of([("a.png", "0", b"x")], meta={"a.png": "0"}),
    "names of numbers": zip_of([("a.png", "0", b"x")], meta=[[5, "0"]]),
    "names of three": zip_of([("a.png", "0", b"x")], meta=[["a.png", "0", "1"]]),
    "a file that is not there": zip_of([("a.png", "0", b"x")], meta=[["b.png", "7"]]),
    "too long a list of names": zip_of([("a.png", "0", b"x")], meta=b" " * 60_000 + b"[]"),
    "cut off": zip_of([("a.png", "0", b"x" * 1000)])[:500],
}


@pytest.mark.parametrize("data", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_zip_is_refused(target: Target, data: bytes) -> None:
    assert target.upload(data) == 400


@ON_OURS
@functools.cache
def bomb() -> bytes:
    """Return a small zip with one entry of 400 MiB; clients allow a media file 100 MiB."""
    return zip_of([("bomb.bin", "0", bytes(400 * 1024 * 1024))], compression=zipfile.ZIP_DEFLATED)


def test_a_zip_bomb_is_refused(target: Target) -> None:
    """Anki's server stores it."""
    assert len(bomb()) < 1024 * 1024
    assert target.upload(bomb()) in {400, 413}


@pytest.mark.parametrize("name", ["../collection.anki2", "../../accounts.db", "/etc/passwd"])
def test_a_download_never_leaves_the_media_folder(target: Target, name: str) -> None:
    status, answer = target.session.wire.media("downloadFiles", {"files": [name]})
    if status == 200:
        with zipfile.ZipFile(io.BytesIO(answer)) as archive:
            assert archive.namelist() in ([], ["_meta"])
    else:
        assert status in {400, 404, 409}


def test_a_wrong_count_only_asks_for_a_full_check(target: Target) -> None:
    assert target.session.wire.media("begin", {"v": "anki,26.09.3 (wire),test"})[0] == 200
    assert target.session.wire.media("mediaSanity", {"local": 99}) == (
        200,
        {"data": "mediaSanity", "err": ""},
    )
    assert target.session.wire.media("mediaSanity", {"local": 2}) == (
        200,
        {"data": "OK", "err": ""},
    )
