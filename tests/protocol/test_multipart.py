from __future__ import annotations

import gzip
import os
import time
import tracemalloc
from collections.abc import Iterable, Iterator

import pytest

from addon.protocol import multipart
from addon.protocol.faults import BadRequest, TooLarge

from .forms import (
    PYTHON_BOUNDARY,
    RUST_BOUNDARY,
    download_form_of_2_0,
    packed,
    python_form,
    rust_form,
)

MIB = 1024 * 1024


def in_blocks(body: bytes, size: int) -> Iterator[bytes]:
    for start in range(0, len(body), size):
        yield body[start : start + size]


def read(blocks: Iterable[bytes], boundary: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name, piece in multipart.fields(blocks, boundary):
        found[name] = found.get(name, b"") + piece
    return found


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50, 10_000])
@pytest.mark.parametrize("data", [packed({"v": 10}), b"", b"\r\n", b"\r\n\r\n--", os.urandom(900)])
def test_forms_of_all_clients_are_read_in_pieces_of_any_size(data: bytes, size: int) -> None:
    form = python_form(data, k="key", s="abcdefgh", c="1")
    fields = {"k": b"key", "s": b"abcdefgh", "c": b"1"}
    assert read(in_blocks(form, size), PYTHON_BOUNDARY) == {**fields, "data": data}
    form = rust_form(data, c="1", k="key", s="abcdefgh")
    assert read(in_blocks(form, size), RUST_BOUNDARY) == {**fields, "data": data}


def test_data_may_be_omitted() -> None:
    form = python_form(None, k="key", v="ankidesktop,2.1.26,lin", c="1")
    assert read([form], PYTHON_BOUNDARY) == {
        "k": b"key",
        "v": b"ankidesktop,2.1.26,lin",
        "c": b"1",
    }


@pytest.mark.parametrize("size", [1, 2, 19, 10_000])
def test_the_closing_boundary_may_be_missing_after_a_short_field(size: int) -> None:
    form = download_form_of_2_0(k="key", v="ankidesktop,2.0.52,lin", c="1")
    assert read(in_blocks(form, size), PYTHON_BOUNDARY) == {
        "k": b"key",
        "v": b"ankidesktop,2.0.52,lin",
        "c": b"1",
    }


def test_data_that_looks_like_a_boundary_is_data() -> None:
    """Media files are not compressed again, and Anki's own boundary is always the same."""
    data = f"a\r\n--{PYTHON_BOUNDARY}x\r\n--{PYTHON_BOUNDARY[:-1]}\r\n\r\n--".encode()
    for size in (1, 5, 23, 1000):
        form = python_form(data, c="0")
        assert read(in_blocks(form, size), PYTHON_BOUNDARY)["data"] == data


@pytest.mark.parametrize(
    "header",
    [
        'content-disposition: form-data; name="k"',
        "Content-Disposition: form-data; name=k",
        'Content-Disposition:form-data;name="k"',
        'Content-Type: text/plain\r\nContent-Disposition: form-data; filename="x"; name="k"',
    ],
)
def test_headers_are_read_in_any_spelling(header: str) -> None:
    form = f"before\r\n--b\r\n{header}\r\n\r\nkey\r\n--b--\r\nafter".encode()
    assert read([form], "b") == {"k": b"key"}


FORM = python_form(packed({}), k="key", c="1")


@pytest.mark.parametrize(
    ("form", "boundary"),
    [
        (FORM, ""),
        (FORM, "x" * 300),
        (FORM, "grüße"),
        (FORM, "another"),
        (b"", PYTHON_BOUNDARY),
        (b"{}", PYTHON_BOUNDARY),
        (FORM[: FORM.index(b"\r\n--Anki-sync-boundary--")], PYTHON_BOUNDARY),
        (FORM[: FORM.index(b"Content-Type")], PYTHON_BOUNDARY),
        (FORM[: FORM.index(b"key") + 2], PYTHON_BOUNDARY),
        (FORM.replace(b'name="k"', b""), PYTHON_BOUNDARY),
        (FORM.replace(b"Content-Disposition", b"Content-Nothing"), PYTHON_BOUNDARY),
        (FORM.replace(b"\r\n", b"\n"), PYTHON_BOUNDARY),
        (b"--b\r\n" + b"x: y\r\n" * 10_000, "b"),
        (python_form(None, **{f"x{number}": "" for number in range(30)}), PYTHON_BOUNDARY),
    ],
)
def test_a_malformed_form_is_refused(form: bytes, boundary: str) -> None:
    for size in (10, 1_000_000):
        with pytest.raises(BadRequest):
            read(in_blocks(form, size), boundary)


@pytest.mark.parametrize("data", [b"\n" * (8 * MIB), b"\r" * (8 * MIB), b"\r\n--" * (2 * MIB)])
def test_large_data_takes_neither_memory_nor_time(data: bytes) -> None:
    """Bodies full of line breaks stop werkzeug's decoder of former years (CVE-2023-46136)."""
    form = rust_form(data, k="key")
    size = 0
    began = time.monotonic()
    tracemalloc.start()
    try:
        for _name, piece in multipart.fields(in_blocks(form, 64 * 1024), RUST_BOUNDARY):
            size += len(piece)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size == len(data) + len(b"key")
    assert peak < 2 * MIB
    assert time.monotonic() - began < 10


def test_gzip_is_decoded_in_pieces() -> None:
    data = os.urandom(300_000) + b"x" * 3_000_000
    for size in (1000, 10_000_000):
        pieces = list(multipart.gunzip(in_blocks(gzip.compress(data), size), len(data)))
        assert b"".join(pieces) == data
        assert max(map(len, pieces)) <= 128 * 1024


def test_gzip_beyond_the_limit_is_not_decompressed() -> None:
    bomb = gzip.compress(b" " * (64 * MIB))
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            for _ in multipart.gunzip([bomb], 10 * MIB):
                pass
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2 * MIB


GZIP = gzip.compress(b"x" * 1000)


@pytest.mark.parametrize(
    "stream",
    [b"{}", GZIP[:-1], GZIP[:10], GZIP + b"x", GZIP[:-6] + b"123456", GZIP + GZIP],
    ids=["none", "cut", "head", "more", "checksum", "twice"],
)
def test_broken_gzip_is_refused(stream: bytes) -> None:
    for size in (3, 10_000):
        with pytest.raises(BadRequest):
            list(multipart.gunzip(in_blocks(stream, size), MIB))
