"""A body that never arrives (Wi-Fi, a sleeping phone): never 400, which blames the collection."""

from __future__ import annotations

import contextlib
import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from backports.zstd import compress

from addon.net import connection
from addon.net.httpd import HttpServer
from addon.server.events import Event, RequestFailed
from tests.accounts import issue_key
from tests.protocol.forms import RUST_BOUNDARY, content_type, packed, rust_form
from tests.server.caller import application


@pytest.fixture
def events() -> list[Event]:
    return []


@pytest.fixture
def served(
    tmp_path: Path, events: list[Event], monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[int, str]]:
    """Yield a server that waits half a second for each byte: its port, and a device's key."""
    monkeypatch.setattr(connection, "IO_TIMEOUT", 0.5)
    with application(tmp_path, events) as (app, accounts):
        server = HttpServer(app, "127.0.0.1", 0)
        server.start()
        try:
            yield server.port, issue_key(accounts, "anna")
        finally:
            server.stop(5)


def answer(port: int, request: bytes, ends: bool) -> bytes:
    """Return the answer to an incomplete request."""
    with socket.create_connection(("127.0.0.1", port), 20) as link:
        link.sendall(request)
        if ends:
            link.shutdown(socket.SHUT_WR)
        with contextlib.closing(link.makefile("rb")) as answer:
            return answer.read()


def in_chunks(body: bytes) -> bytes:
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


@pytest.mark.parametrize("ends", [False, True], ids=["stalls", "ends"])
@pytest.mark.parametrize("chunked", [False, True], ids=["sized", "in chunks"])
@pytest.mark.parametrize("old", [False, True], ids=["version 11", "a form"])
@pytest.mark.parametrize("method", ["meta", "upload", "applyChunk"])
def test_a_body_that_never_arrives_is_answered_with_try_again(
    served: tuple[int, str], events: list[Event], method: str, old: bool, chunked: bool, ends: bool
) -> None:
    port, key = served
    if old:
        body = rust_form(packed({"v": 10, "cv": "x"}), c="1", k=key, s="s")
        kind = f"Content-Type: {content_type(RUST_BOUNDARY)}"
    else:
        body = compress(b'{"v":11,"cv":"x"}' + bytes(range(256)) * 50)
        kind = f"anki-sync: {json.dumps({'v': 11, 'k': key, 'c': 'x', 's': 's'})}"
    length = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {len(body)}"
    head = f"POST /sync/{method} HTTP/1.1\r\nHost: x\r\n{kind}\r\n{length}\r\n\r\n".encode()
    sent = in_chunks(body) if chunked else body
    whole = head + sent
    ways = [answer(port, whole[:end], ends) for end in (len(head), len(head) + 20, len(whole) - 6)]
    for way in ways:
        assert way.startswith(b"HTTP/1.1 503"), way
        assert b"timed out" not in way
    assert {event.status for event in events if isinstance(event, RequestFailed)} <= {503}
