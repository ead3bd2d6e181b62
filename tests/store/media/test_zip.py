"""Whatever is wrong in an upload is refused and changes nothing."""

from __future__ import annotations

import io
import json
import random
import struct
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from addon.store.faults import Invalid
from addon.store.media import zip as media_zip
from addon.store.media.store import MediaStore

from .zips import download, raw, upload

MIB = 1024 * 1024
ENTRY = [["a", "0"]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[MediaStore]:
    store = MediaStore(tmp_path / "media", tmp_path / "media.db")
    store.apply_upload(io.BytesIO(upload([("kept", b"kept")])))
    yield store
    store.close()


def assert_refused(store: MediaStore, data: bytes, reason: str = ".") -> None:
    before = store.changes_since(0)
    with pytest.raises(Invalid, match=reason):
        store.apply_upload(io.BytesIO(data))
    assert store.changes_since(0) == before
    assert [path.name for path in store._folder.path.iterdir()] == ["kept"]


def test_deflated_members_are_accepted(store: MediaStore) -> None:
    # Python clients and AnkiDroid compress.
    data = b"compressible " * 100_000
    zipped = raw([["a", "0"], ["kept", ""]], {"0": data}, deflate=True)
    assert store.apply_upload(io.BytesIO(zipped)) == (2, 3)
    assert download(store.zip_of(["a"])) == [("a", data)]


def test_members_not_named_in_meta_are_ignored(store: MediaStore) -> None:
    assert store.apply_upload(io.BytesIO(raw(ENTRY, {"0": b"x", "../1": b"y"}))) == (1, 2)
    assert sorted(path.name for path in store._folder.path.iterdir()) == ["a", "kept"]


def test_two_names_may_share_a_member(store: MediaStore) -> None:
    store.apply_upload(io.BytesIO(raw([["a", "0"], ["b", "0"]], {"0": b"x"})))
    assert download(store.zip_of(["a", "b"])) == [("a", b"x"), ("b", b"x")]


@pytest.mark.parametrize("data", [b"", b"x", b"PK\5\6", b"PK\5\6" + bytes(18), bytes(100_000)])
def test_anything_but_a_media_zip_is_refused(store: MediaStore, data: bytes) -> None:
    assert_refused(store, data)


NOT_JSON = [b"", b"\xff", b"[" * 50_000, b'[["a","0"]']
NO_LINES = [b"{}", b"null", b"[1]", b'[["a"]]', b'[["a","0",1]]', b'[{"a":"0"}]']
NO_TEXT = [b'[[1,"0"]]', b'[["a",0]]', b'[["a",false]]', b'[["\\ud800","0"]]']


@pytest.mark.parametrize("meta", NOT_JSON + NO_LINES + NO_TEXT)
def test_a_meta_with_another_shape_is_refused(store: MediaStore, meta: bytes) -> None:
    assert_refused(store, raw(meta, {"0": b"x"}))


def test_a_meta_over_50_kb_is_refused(store: MediaStore) -> None:
    meta = json.dumps(ENTRY).encode()
    assert_refused(store, raw(meta.ljust(50 * 1024 + 1), {"0": b"x"}), "_meta")
    store.apply_upload(io.BytesIO(raw(meta.ljust(50 * 1024), {"0": b"x"})))


def test_25_entries_are_accepted_and_26_are_not(store: MediaStore) -> None:
    assert_refused(store, upload([(f"{n}", b"x") for n in range(26)]), "26 files")
    assert store.apply_upload(io.BytesIO(upload([(f"{n}", b"x") for n in range(25)]))) == (25, 26)


def test_a_missing_member_is_refused(store: MediaStore) -> None:
    assert_refused(store, raw([["b", "0"], ["a", "1"]], {"0": b"x"}), "lacks")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("0", b"x")
    assert_refused(store, buffer.getvalue(), "_meta")


def test_an_empty_file_is_refused(store: MediaStore) -> None:
    assert_refused(store, raw(ENTRY, {"0": b""}), "empty")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_with_the_same_name_are_refused(store: MediaStore) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("0", b"x")
        archive.writestr("0", b"y")
        archive.writestr("_meta", json.dumps(ENTRY))
    assert_refused(store, buffer.getvalue(), "two members")


def with_member(change: Callable[[zipfile.ZipInfo], None]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("0", b"target")
        archive.writestr("_meta", json.dumps(ENTRY))
        change(archive.getinfo("0"))  # the directory is written on closing
    return buffer.getvalue()


def setting(**attributes: Any) -> Callable[[zipfile.ZipInfo], None]:
    def change(info: zipfile.ZipInfo) -> None:
        for name, value in attributes.items():
            setattr(info, name, value)

    return change


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (setting(flag_bits=1), "encrypted"),
        (setting(external_attr=0o120777 << 16), "symbolic link"),
        (setting(compress_type=zipfile.ZIP_LZMA), "compression 14"),
        (setting(compress_type=99), "compression 99"),
        (setting(compress_type=zipfile.ZIP_DEFLATED), "broken"),
        (setting(CRC=1), "broken"),
        (setting(file_size=5), "broken"),
        (setting(file_size=7), "size|broken"),
        (setting(file_size=100 * MIB + 1), "more than 104857600 bytes"),
        (setting(file_size=2**40), "more than 104857600 bytes"),  # zip64
        (setting(file_size=2**40, compress_size=2**40), "more than 104857600 bytes"),
        (setting(header_offset=2**31), "broken|not a zip"),
        (setting(header_offset=2**60), "broken|not a zip"),
    ],
)
def test_a_directory_that_lies_is_refused(
    store: MediaStore, change: Callable[[zipfile.ZipInfo], None], reason: str
) -> None:
    assert_refused(store, with_member(change), reason)


def test_a_bomb_is_not_unpacked_beyond_what_it_declares(
    store: MediaStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 60 MiB of zeros that claim to be 10 bytes
    bomb = raw(ENTRY, {"0": bytes(60 * MIB)}, deflate=True)
    lying = bomb.replace(struct.pack("<I", 60 * MIB), struct.pack("<I", 10))
    monkeypatch.setattr(media_zip, "MAX_FILE_BYTES", MIB)
    assert_refused(store, lying, "broken")
    assert_refused(store, bomb, "more than")


def test_the_total_unpacked_size_is_limited(
    store: MediaStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media_zip, "MAX_TOTAL_BYTES", 2 * MIB)
    shared = [[f"{n}", "0"] for n in range(3)]
    assert_refused(store, raw(shared, {"0": bytes(MIB)}, deflate=True), "unpacks to")
    store.apply_upload(io.BytesIO(raw(shared[:2], {"0": bytes(MIB)}, deflate=True)))


def test_an_endless_directory_is_refused_before_it_is_read(store: MediaStore) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for n in range(10_000):
            archive.writestr(str(n), b"")
        archive.writestr("_meta", "[]")
    assert_refused(store, buffer.getvalue(), "directory is too large")


def test_a_large_file_is_never_held_whole_in_memory(store: MediaStore, tmp_path: Path) -> None:
    with (tmp_path / "big.zip").open("w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            with archive.open("0", "w") as member:
                for _ in range(90):
                    member.write(bytes(MIB))
            archive.writestr("_meta", json.dumps(ENTRY))
        tracemalloc.start()
        try:
            store.apply_upload(file)
            store.zip_of(["a"]).zip_file.close()
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert most < 10 * MIB


def test_a_damaged_zip_is_read_or_refused_without_other_errors(store: MediaStore) -> None:
    rng = random.Random(5)
    good = [
        raw([["a", "0"], ["b", "1"]], {"0": b"data" * 9, "1": b"more"}, deflate=deflate)
        for deflate in (False, True)
    ]
    taken = refused = 0
    for _ in range(1500):
        data = bytearray(rng.choice(good))
        for _ in range(rng.randint(1, 4)):
            data[rng.randrange(len(data))] = rng.choice([0, 1, 255, rng.randrange(256)])
        if rng.random() < 0.2:
            del data[rng.randrange(len(data)) :]
        try:
            store.apply_upload(io.BytesIO(bytes(data)))
            taken += 1
        except Invalid:
            refused += 1
    assert refused > 1000
    assert taken > 10
