"""What is fuzzed: each reader of bytes from outside, with valid inputs to begin from."""

from __future__ import annotations

import atexit
import contextlib
import gzip
import io
import json
import socket
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from anki.collection import Collection
from werkzeug.test import Client

from addon.net.body import RequestBody
from addon.net.head import Refused, parse_head
from addon.net.stream import Stream
from addon.protocol import body, client_name, header, json_cost, jsontext, messages, multipart
from addon.protocol.faults import Fault
from addon.store.collection.note_text import clean_field, strip_html
from addon.store.convert import protobuf
from addon.store.convert.convert import to_schema11
from addon.store.faults import Invalid
from addon.store.media.zip import staged_upload
from addon.store.schema11.collation import register_collations
from addon.store.transfer.incoming import Rejected, make_storable, original_of
from addon.store.user_names import BadName, user_name
from addon.store.validate import objects, rows
from addon.store.validate.sql_words import words
from addon.store.validate.values import Wrong
from tests.accounts import issue_key
from tests.protocol.forms import (
    PYTHON_BOUNDARY,
    RUST_BOUNDARY,
    content_type,
    packed,
    python_form,
    rust_form,
)
from tests.server.caller import Caller, application
from tests.store.media.zips import upload

LIMIT = 100_000  # bytes that an input may unpack to


@dataclass(frozen=True)
class Target:
    """A reader. `run` returns, or raises one of `refusals`; anything else is a finding."""

    run: Callable[[bytes], object]
    seeds: tuple[bytes, ...]
    refusals: tuple[type[Exception], ...]
    share: float = 1.0
    """How many of the inputs that are asked for it gets: reading a whole file is slow."""


_HEADER = b'{"v":11,"k":"0123456789abcdef","c":"anki,26.09 (abc),linux","s":"abcdefgh"}'
_MESSAGES = (
    {"u": "anna", "p": "secret"},
    {"v": 11, "cv": "anki,26.09 (abc),linux"},
    {"minUsn": 5, "lnewer": False, "graves": {"cards": [1], "notes": ["2"], "decks": []}},
    {"changes": {"models": [{"id": 1}], "decks": [[{"id": 1}], []], "tags": ["a"], "crt": 1}},
    {"chunk": {"done": True, "revlog": [[1, 2, 3, 4, 5, 6, 7, 8, 9]], "cards": [], "notes": []}},
    {"client": [[0, 0, 0], 0, 0, 0, 0, 5, 1, 1]},
    {"lastUsn": 7},
    {"files": ["a.png", "b.mp3"]},
    {"local": 12},
)
_PARSERS: tuple[Callable[[Any], object], ...] = (
    messages.LoginRequest.parse,
    messages.MetaRequest.parse,
    messages.StartRequest.parse,
    messages.Changes.parse,
    messages.Chunk.parse,
    messages.parse_graves_chunk,
    messages.parse_sanity,
    messages.parse_media_begin,
    messages.parse_media_changes,
    messages.parse_download_files,
    messages.parse_media_sanity,
)
_CHECKS: tuple[Callable[[Any], object], ...] = (
    *(objects.note_type, objects.deck, objects.preset, objects.tag, objects.config),
    *(objects.creation_stamp, rows.card, rows.note, rows.revlog, rows.graves),
    *(rows.graves_at_start, rows.sanity_counts),
)


def _consume(pieces: Iterator[Any]) -> None:
    for _ in pieces:
        pass


def _pieces(data: bytes) -> Iterator[bytes]:
    """Split the input in two, as it may arrive."""
    border = len(data) // 3
    return filter(None, (data[:border], data[border:]))


def _json(data: bytes) -> Any:
    cost = json_cost.JsonCost()
    text = b"".join(json_cost.measured(_pieces(data), cost, 10_000))
    return jsontext.parse_request(text)


def _messages(data: bytes) -> None:
    value = _json(data)
    for parse in _PARSERS:
        with contextlib.suppress(Fault):
            parse(value)


def _objects(data: bytes) -> None:
    value = _json(data)
    for check in _CHECKS:
        with contextlib.suppress(Invalid, Wrong):
            check(value)


def _form(data: bytes) -> None:
    for boundary in (PYTHON_BOUNDARY, RUST_BOUNDARY):
        with contextlib.suppress(Fault):
            _consume(multipart.fields(_pieces(data), boundary))


class _Sent:
    """Stands for a connection on which these bytes have arrived, and its end."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def recv(self, size: int) -> bytes:
        return self._data.read(min(size, 1000))

    def gettimeout(self) -> float:
        return 60.0

    def settimeout(self, _seconds: float) -> None:
        pass


def _request(data: bytes) -> None:
    stream = Stream(cast(socket.socket, _Sent(data)))
    sent = stream.block(32 * 1024, time.monotonic() + 60)
    if sent:
        head = parse_head(sent)
        content = RequestBody(stream, head.length, lambda: None)
        while content.read(4096):
            pass


def _media_zip(data: bytes) -> None:
    with (
        tempfile.TemporaryDirectory(prefix="lan-sync-fuzz-") as folder,
        staged_upload(io.BytesIO(data), Path(folder)),
    ):
        pass


def _text(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    client_name.parse_client_name(text)
    strip_html(clean_field(text))
    _consume(words(text))
    with contextlib.suppress(BadName):
        user_name(text)


def _protobuf(data: bytes) -> None:
    _consume(protobuf.varints(data))
    _consume(protobuf.fields(data))


def _new_collection() -> bytes:
    """Return a collection of schema 18, made by Anki."""
    with tempfile.TemporaryDirectory(prefix="lan-sync-fuzz-") as folder:
        path = Path(folder) / "collection.anki2"
        Collection(str(path)).close()
        with contextlib.closing(sqlite3.connect(path)) as db:
            db.execute("pragma journal_mode = delete")
        return path.read_bytes()


_BLOBS: tuple[tuple[str, str], ...] = (
    *(("notetypes", "config"), ("fields", "config"), ("templates", "config")),
    *(("decks", "kind"), ("decks", "common"), ("deck_config", "config")),
)


def _in_memory(collection: bytes) -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    register_collations(made)
    with tempfile.TemporaryDirectory(prefix="lan-sync-fuzz-") as folder:
        path = Path(folder) / "collection.anki2"
        path.write_bytes(collection)
        with contextlib.closing(sqlite3.connect(path)) as source:
            source.backup(made)
    return made


def _blobs(db: sqlite3.Connection) -> tuple[bytes, ...]:
    """Return what schema 18 keeps as protobuf, each after the number of its table."""
    return tuple(
        bytes([number]) + bytes(blob)
        for number, (table, column) in enumerate(_BLOBS)
        for (blob,) in db.execute(f"select {column} from {table} limit 2")
    )


def _converter(collection: sqlite3.Connection) -> Callable[[bytes], None]:
    def convert(data: bytes) -> None:
        table, column = _BLOBS[data[0] % len(_BLOBS)] if data else _BLOBS[0]
        with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
            collection.backup(db)
            register_collations(db)
            db.execute(f"update {table} set {column} = ?", (data[1:],))
            to_schema11(db)

    return convert


def _uploaded(data: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="lan-sync-fuzz-") as folder:
        path = Path(folder) / "collection.anki2"
        path.write_bytes(data)
        try:
            make_storable(path, keep_graves=False)
        finally:
            original_of(path).unlink(missing_ok=True)


_METHODS = (
    *("sync/hostKey", "sync/meta", "sync/start", "sync/applyGraves", "sync/applyChanges"),
    *("sync/chunk", "sync/applyChunk", "sync/sanityCheck2", "sync/finish", "sync/abort"),
    *("sync/upload", "msync/begin", "msync/mediaChanges", "msync/uploadChanges"),
    *("msync/downloadFiles", "msync/mediaSanity"),
)
# 500 is what nobody has foreseen
_ANSWERS = frozenset((200, 400, 403, 404, 409, 413, 501, 503))


def _endpoints() -> Callable[[bytes], None]:
    """Return the whole application: the first byte is the endpoint, the second the envelope."""
    served = contextlib.ExitStack()
    atexit.register(served.close)
    folder = served.enter_context(tempfile.TemporaryDirectory(prefix="lan-sync-fuzz-"))
    app, accounts = served.enter_context(application(Path(folder)))
    key = issue_key(accounts, "anna")

    def post(data: bytes) -> None:
        method = _METHODS[data[0] % len(_METHODS)] if data else _METHODS[0]
        app.guessing.forgive()  # or no further password would be checked
        if data[1:2] < b"\x80":
            sent = Caller(app, key).send(f"/{method}", data[2:])
        else:
            fields = rust_form(data[2:], k=key, s="session-1", c="1")
            kind = content_type(RUST_BOUNDARY)
            sent = Client(app).post(f"/{method}", data=fields, content_type=kind, buffered=True)
        assert sent.status_code in _ANSWERS, f"{method}: {sent.get_data(as_text=True)}"

    return post


def targets() -> dict[str, Target]:
    """Return all targets by name."""
    collection = _new_collection()
    memory = _in_memory(collection)
    texts = tuple(json.dumps(message).encode() for message in _MESSAGES)
    zipped = (upload([("a.png", b"a"), ("b.png", None)]), upload([("c", b"c" * 900)]))
    forms = (python_form(packed({"a": 1}), k="key", c="1"), rust_form(packed([1]), k="key", s="x"))
    whole = [*map(body.compress_whole, texts), body.compress_whole(zipped[0]), zipped[0]]
    sent = tuple(
        bytes([number % 16, number % 2 * 0x80]) + (packed({"a": 1}) if number % 2 else each)
        for number, each in enumerate([*whole, *whole])
    )
    requests = (
        b"POST /sync/meta HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\na: b\r\n\r\n",
    )
    found = {
        "header": Target(lambda data: header.parse(data.decode("latin-1")), (_HEADER,), (Fault,)),
        "zstd": Target(
            lambda data: _consume(body.decompress(_pieces(data), LIMIT)),
            (body.compress_whole(texts[3]), body.compress_whole(bytes(50_000))),
            (Fault,),
        ),
        "gzip": Target(
            lambda data: _consume(multipart.gunzip(_pieces(data), LIMIT)),
            (gzip.compress(texts[3]), gzip.compress(bytes(50_000))),
            (Fault,),
        ),
        "form": Target(_form, forms, ()),
        "json": Target(_json, texts, (Fault,)),
        "messages": Target(_messages, texts, (Fault,)),
        "objects": Target(_objects, texts, (Fault,)),
        "request": Target(_request, requests, (Refused, Fault, ValueError, ConnectionError)),
        "text": Target(_text, (b"anna", b"create table a (b text); -- c", b"<b>a&nbsp;b</b>"), ()),
        "protobuf": Target(
            _protobuf, tuple(blob[1:] for blob in _blobs(memory)), (protobuf.MalformedMessage,)
        ),
        "endpoints": Target(_endpoints(), sent, (), share=0.1),
        "media zip": Target(_media_zip, zipped, (Invalid,), share=0.2),
        "converter": Target(_converter(memory), _blobs(memory), (Invalid,), share=0.1),
        "collection": Target(_uploaded, (collection,), (Rejected,), share=0.02),
    }
    return found
