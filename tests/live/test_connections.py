"""Which connections stay open after an answer, ours and those of Anki's own server."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pytest
from backports.zstd import compress, decompress

from .clients import Client, Outcome
from .content import fill
from .servers import HOST, Server, User

OPTIONS = (
    None,
    "keep-alive",
    "Keep-Alive",
    "close",
    "Close",
    "close, TE",
    "TE, close",
    "TE, keep-alive",
    "keep-alive, close",
    "TE",
)
# what a request is: its method, and the form of its body
KINDS = ("GET", "HEAD", "sized", "chunked", "extended", "trailers", "download")


@dataclass(frozen=True)
class Seen:
    """An answer, and what became of its connection."""

    status: int
    says: str  # its header Connection
    stays: bool  # whether a second request was answered


@dataclass(frozen=True)
class Target:
    server: Server
    user: User
    key: str


@pytest.fixture(scope="module")
def target(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    user = server.new_user()
    client = Client(Path(tmp_path_factory.mktemp("device")))
    with closing(client):
        client.login(server.url, user)
        fill(client)
        assert client.sync() is Outcome.FULL_UPLOAD
        yield Target(server, user, client.auth.hkey)


def request(target: Target, minor: int, option: str | None, kind: str) -> bytes:
    """Return a request byte for byte."""
    if kind in ("GET", "HEAD"):
        lines, body = [f"{kind} /health HTTP/1.{minor}"], b""
    else:
        method = "download" if kind == "download" else "meta"
        header = {"v": 11, "k": target.key, "c": "x", "s": "session"}
        lines = [f"POST /sync/{method} HTTP/1.{minor}", f"anki-sync: {json.dumps(header)}"]
        body = compress(b"{}" if kind == "download" else b'{"v":11,"cv":"x"}')
        if kind in ("sized", "download"):
            lines.append(f"Content-Length: {len(body)}")
        else:
            lines.append("Transfer-Encoding: chunked")
            extension = b';name="va;lue"' if kind == "extended" else b""
            trailers = b"X-Checked: yes\r\nX-Also: no\r\n" if kind == "trailers" else b""
            chunks = b"%x%s\r\n%s\r\n" % (len(body), extension, body)
            body = chunks + b"0" + extension + b"\r\n" + trailers + b"\r\n"
    if option is not None:
        lines.append(f"Connection: {option}")
    return "\r\n".join([*lines, f"Host: {HOST}", "", ""]).encode() + body


def see(target: Target, minor: int, option: str | None, kind: str) -> Seen:
    """Send it; then a second one, if the answer to the first has an end but the connection's."""
    with socket.create_connection((HOST, target.server.port), 30) as link:
        link.sendall(request(target, minor, option, kind))
        with closing(link.makefile("rb")) as answers:
            status, headers = read_head(answers)
            says = headers.get("connection", "").lower()
            ended = skip_body(answers, headers, kind)
            if not ended:  # its end is the connection's: this returned because it was closed
                return Seen(status, says, stays=False)
            try:
                link.sendall(request(target, 1, "close", "GET"))
                again = answers.readline()
            except ConnectionError:
                again = b""
            return Seen(status, says, stays=again.startswith(b"HTTP/1.1 200"))


def read_head(answers: BinaryIO) -> tuple[int, dict[str, str]]:
    status = int(answers.readline().split()[1])
    headers = {}
    while line := answers.readline().strip():
        name, _, value = line.decode().partition(":")
        headers[name.lower()] = value.strip()
    return status, headers


def skip_body(answers: BinaryIO, headers: dict[str, str], kind: str) -> bool:
    """Read the body; gives whether it had an end of its own."""
    if kind == "HEAD":
        return True
    if "content-length" in headers:
        answers.read(int(headers["content-length"]))
        return True
    if headers.get("transfer-encoding") == "chunked":
        while size := int(answers.readline(), 16):
            answers.read(size + 2)
        answers.readline()
        return True
    answers.read()
    return False


def expected(minor: int, option: str | None, kind: str, ours: bool) -> tuple[int, bool]:
    """Status, and whether the connection stays."""
    options = [] if option is None else option.lower().split(", ")
    in_chunks = kind in ("chunked", "extended", "trailers")
    if not minor and in_chunks:  # HTTP/1.0 has no chunks: nobody knows where such a body ends
        return 400, False
    asked = "keep-alive" in options if not minor else "close" not in options
    if ours:
        has_end = minor > 0 or kind != "download"
        return 200, asked and "close" not in options and has_end
    # Anki's server does not read trailers, sends all but /health without a length, and takes
    # "keep-alive, close" in HTTP/1.0 for the former.
    return 200, asked and kind != "trailers" and (minor > 0 or kind in ("GET", "HEAD"))


@pytest.mark.better(
    "a connection that may stay does: Anki's server ends it after trailers, and after answers "
    "whose length it knows; of 'keep-alive, close' the second counts, as RFC 9112 says"
)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("minor", [0, 1])
def test_a_connection_stays_open_when_both_sides_can(
    target: Target, minor: int, kind: str, ours: bool
) -> None:
    found = {option: see(target, minor, option, kind) for option in OPTIONS}
    told = {option: (seen.status, seen.stays) for option, seen in found.items()}
    assert told == {option: expected(minor, option, kind, ours) for option in OPTIONS}
    if ours:  # and it does what it announces
        words = {True: "" if minor else "keep-alive", False: "close"}
        assert all(seen.says == words[seen.stays] for seen in found.values())


def test_a_sync_works_through_an_http_1_0_proxy(target: Target) -> None:
    """As nginx does with `proxy_http_version 1.0`; the download ends when it is complete."""
    answers = []
    for option in (None, "keep-alive", "close"):
        with socket.create_connection((HOST, target.server.port), 30) as link:
            link.sendall(request(target, 0, option, "download"))
            with closing(link.makefile("rb")) as answer:
                answers.append(answer.read().partition(b"\r\n\r\n")[2])
    assert all(decompress(answer).startswith(b"SQLite format 3") for answer in answers)


def test_pipelined_requests_are_answered_in_order(target: Target) -> None:
    kinds = ["sized", "GET", "chunked", "extended", "GET"]
    together = b"".join(request(target, 1, None, kind) for kind in kinds)
    together += request(target, 1, "close", "GET")
    with socket.create_connection((HOST, target.server.port), 30) as link:
        link.sendall(together)
        with closing(link.makefile("rb")) as answers:
            for kind in [*kinds, "GET"]:
                status, headers = read_head(answers)
                assert status == 200
                assert skip_body(answers, headers, kind)
            assert answers.read() == b""
