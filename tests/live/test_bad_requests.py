"""Requests that no client would send: the status of each, and nothing else happens."""

from __future__ import annotations

import functools
import http.client
import json
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress

import pytest
from backports.zstd import compress

from .clients import Client
from .content import fill
from .servers import HOST, Server
from .target import LiveTarget

MIB = 1024 * 1024
META = compress(b'{"v":11,"cv":"x"}')
GOOD: dict[str, object] = {
    "applyGraves": {"chunk": {"cards": [], "notes": [], "decks": []}},
    "applyChanges": {"changes": {"models": [], "decks": [[], []], "tags": []}},
    "chunk": {},
    "applyChunk": {"chunk": {"done": True}},
    "sanityCheck2": {"client": [[0, 0, 0], 1, 1, 1, 1, 1, 1, 1]},
    "finish": {},
}


class Target(LiveTarget):
    def header(self, **changes: object) -> dict[str, str]:
        key = self.session.wire.host_key
        value = {"v": 11, "k": key, "c": "x", "s": "session", **changes}
        return {"anki-sync": json.dumps(value)}

    def send(
        self, path: str, body: bytes | None, headers: Mapping[str, str], verb: str = "POST"
    ) -> tuple[int, bytes]:
        with closing(http.client.HTTPConnection(HOST, self.server.port, timeout=120)) as link:
            # a server may refuse before it has read everything
            with suppress(BrokenPipeError, ConnectionResetError):
                link.request(verb, path, body, dict(headers))
            answer = link.getresponse()
            return answer.status, answer.read()

    def status(
        self, path: str, body: bytes | None = META, verb: str = "POST", **key: object
    ) -> int:
        return self.send(path, body, self.header(**key), verb)[0]


def fill_with_a_picture(client: Client) -> None:
    fill(client)
    (client.media / "a.png").write_bytes(b"a")


@pytest.fixture(scope="module")
def target(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    with Target.at(server, tmp_path_factory.mktemp("device"), fill_with_a_picture) as target:
        yield target


@pytest.fixture(autouse=True)
def _nothing_happens(target: Target) -> Iterator[None]:
    """Around each test: stored data untouched, and a normal sync works afterwards."""
    with target.unchanged():
        yield


def test_the_same_request_without_a_fault_is_answered(target: Target) -> None:
    assert target.status("/sync/meta") == 200


def test_a_missing_header_is_400(target: Target) -> None:
    assert target.send("/sync/meta", META, {})[0] == 400


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "[]",
        "{}",
        "null",
        '{"v":11}',
        '{"v":"11","k":"","c":"","s":""}',
        '{"v":11,"k":5,"c":"","s":""}',
        '{"v":11,"k":"","c":null,"s":""}',
        '{"v":true,"k":"","c":"","s":""}',
    ],
)
def test_a_malformed_header_is_400(target: Target, text: str) -> None:
    assert target.send("/sync/meta", META, {"anki-sync": text})[0] == 400


@pytest.mark.parametrize("version", [-1, 0, 7, 12, 256])
def test_a_version_out_of_range_in_the_header_is_400(target: Target, version: int) -> None:
    assert target.status("/sync/meta", v=version) == 400


@pytest.mark.parametrize("version", [0, 7, 12, 255])
def test_a_version_out_of_range_in_meta_is_501(target: Target, version: int) -> None:
    """The one status on which a client says that it is too old."""
    body = compress(json.dumps({"v": version, "cv": "x"}).encode())
    assert target.status("/sync/meta", body) == 501


@pytest.mark.parametrize(
    "body", [b"not zstd", b"", META[:-3], compress(b"")], ids=["broken", "none", "cut", "empty"]
)
def test_a_broken_body_is_400(target: Target, body: bytes) -> None:
    assert target.status("/sync/meta", body) == 400


@pytest.mark.parametrize(
    "text",
    [b"{", b"\xff", b'{"v":11,"cv":"x"} x', b'{"v":NaN,"cv":"x"}', b"[" * 100_000],
    ids=["cut", "not UTF-8", "more after it", "NaN", "deep"],
)
def test_broken_json_is_400(target: Target, text: bytes) -> None:
    assert target.status("/sync/meta", compress(text)) == 400


WRONG_SHAPES: list[tuple[str, object]] = [
    ("hostKey", {}),
    ("hostKey", {"u": 1, "p": 2}),
    ("meta", None),
    ("meta", {}),
    ("meta", {"v": "11", "cv": "x"}),
    ("start", None),
    ("start", {}),
    ("start", {"minUsn": "0", "lnewer": True}),
    ("start", {"minUsn": 0, "lnewer": 1}),
    ("start", {"minUsn": 2**40, "lnewer": True}),
    ("start", {"minUsn": 0, "lnewer": True, "graves": 5}),
    ("applyGraves", {}),
    ("applyGraves", {"chunk": 5}),
    ("applyGraves", {"chunk": {}}),
    ("applyGraves", {"chunk": {"cards": [], "notes": [], "decks": ["x"]}}),
    ("applyGraves", {"chunk": {"cards": [1.5], "notes": [], "decks": []}}),
    ("applyGraves", {"chunk": {"cards": [2**70], "notes": [], "decks": []}}),
    ("applyChanges", {}),
    ("applyChanges", {"changes": []}),
    ("applyChanges", {"changes": {}}),
    ("applyChanges", {"changes": {"models": {}, "decks": [[], []], "tags": []}}),
    ("applyChanges", {"changes": {"models": [], "decks": [[]], "tags": []}}),
    ("applyChanges", {"changes": {"models": [5], "decks": [[], []], "tags": []}}),
    ("applyChanges", {"changes": {"models": [], "decks": [[], []], "tags": [], "conf": []}}),
    ("applyChanges", {"changes": {"models": [], "decks": [[], []], "tags": [], "crt": "x"}}),
    ("applyChunk", {}),
    ("applyChunk", {"chunk": 5}),
    ("applyChunk", {"chunk": {"done": "x"}}),
    ("applyChunk", {"chunk": {"done": True, "cards": {}}}),
    ("applyChunk", {"chunk": {"done": True, "cards": [5]}}),
    ("applyChunk", {"chunk": {"done": True, "cards": [[]]}}),
    ("sanityCheck2", {}),
    ("sanityCheck2", {"client": 5}),
    ("sanityCheck2", {"client": []}),
    ("sanityCheck2", {"client": [[0], 1, 1]}),
]


@pytest.mark.parametrize(("method", "body"), WRONG_SHAPES, ids=str)
def test_json_of_the_wrong_shape_is_400(target: Target, method: str, body: object) -> None:
    if method in GOOD:
        target.session.start()
    assert target.session.wire.call(method, json.dumps(body).encode())[0] == 400


@pytest.mark.parametrize(
    ("method", "body"),
    [
        ("begin", {}),
        ("mediaChanges", {}),
        ("mediaChanges", {"lastUsn": "x"}),
        ("downloadFiles", {}),
        ("downloadFiles", {"files": [5]}),
        ("mediaSanity", {"local": None}),
    ],
    ids=str,
)
def test_media_json_of_the_wrong_shape_is_400(target: Target, method: str, body: object) -> None:
    assert target.session.wire.media(method, body)[0] == 400


@pytest.mark.better("PROTOCOL: Anki's server answers 400 to a method that it does not know")
@pytest.mark.parametrize("path", ["/sync/nothing", "/msync/nothing"])
def test_an_unknown_method_is_404(target: Target, path: str, ours: bool) -> None:
    assert target.status(path) == (404 if ours else 400)


@pytest.mark.parametrize("path", ["/nothing", "/sync", "/sync/meta/x", "/../../etc/passwd"])
def test_an_unknown_address_is_404(target: Target, path: str) -> None:
    assert target.status(path) == 404


@pytest.mark.better("a wrong verb is an unknown address; Anki's server says 405")
def test_a_get_of_a_method_is_refused(target: Target, ours: bool) -> None:
    assert target.status("/sync/meta", None, verb="GET") == (404 if ours else 405)


@pytest.mark.parametrize("key", ["", "unknown"])
@pytest.mark.parametrize("method", ["sync/meta", "sync/start", "sync/upload", "msync/begin"])
def test_an_unknown_host_key_is_403(target: Target, method: str, key: str) -> None:
    assert target.status(f"/{method}", k=key) == 403


@pytest.mark.parametrize("user", ["nobody", "", "user1' or 1=1 --", "../user1", "x" * 10_000])
def test_a_wrong_user_or_password_is_403(target: Target, user: str) -> None:
    body = {"u": user, "p": "wrong"}
    assert target.session.wire.call("hostKey", body)[0] == 403
    assert target.session.wire.call("hostKey", {**body, "u": target.user.name})[0] == 403


@pytest.mark.parametrize("method", GOOD)
def test_a_method_without_a_session_is_409(target: Target, method: str) -> None:
    target.session.ask("abort")
    target.session.wire.new_session()
    assert target.session.wire.call(method, GOOD[method])[0] == 409


@pytest.mark.parametrize("method", GOOD)
def test_a_session_key_that_is_not_the_active_one_is_409(target: Target, method: str) -> None:
    target.session.start()
    target.session.wire.new_session()
    assert target.session.wire.call(method, GOOD[method])[0] == 409


@pytest.mark.better("PROTOCOL has 409 for an abandoned session; Anki's server wants a key first")
@pytest.mark.parametrize("method", ["chunk", "finish"])
def test_an_empty_session_key_is_refused(target: Target, method: str, ours: bool) -> None:
    target.session.start()
    target.session.wire.session_key = ""
    assert target.session.wire.call(method, GOOD[method])[0] == (409 if ours else 400)


def test_a_start_without_a_session_key_is_400(target: Target) -> None:
    target.session.wire.session_key = ""
    assert target.session.wire.call("start", {"minUsn": 0, "lnewer": True})[0] == 400


@pytest.mark.parametrize("method", GOOD)
def test_an_unfinished_session_leaves_nothing(target: Target, method: str) -> None:
    target.session.start()
    graves = {"cards": [], "notes": target.client.col.find_notes(""), "decks": []}
    target.session.ask("applyGraves", {"chunk": {**graves, "notes": list(graves["notes"])}})
    assert target.session.wire.call(method, b"{")[0] == 400


@functools.cache
def bomb() -> bytes:
    """Return a few kilobytes that unfold to more than a request may hold."""
    return compress(b" " * (400 * MIB))


def test_a_zstd_bomb_is_refused(target: Target) -> None:
    assert len(bomb()) < MIB
    assert target.status("/sync/meta", bomb()) in {400, 413}
    assert target.status("/sync/applyChunk", bomb()) in {400, 413}


@pytest.mark.parametrize("method", ["meta", "start", "applyChunk", "upload"])
def test_a_zstd_bomb_with_an_unknown_key_is_refused_unread(target: Target, method: str) -> None:
    """403, not 413: it is not decompressed to see how large it is."""
    assert target.status(f"/sync/{method}", bomb(), k="unknown") == 403


def test_a_sanity_check_that_finds_a_difference_rolls_back_at_once(target: Target) -> None:
    target.session.start()
    note = target.client.col.find_notes("")[0]
    graves = {"cards": [], "notes": [note], "decks": []}
    target.session.ask("applyGraves", {"chunk": graves})
    answer = target.session.ask("sanityCheck2", {"client": [[0, 0, 0], 1, 2, 3, 0, 5, 6, 7]})
    assert answer["status"] == "bad"
    assert answer["c"] == [[0, 0, 0], 1, 2, 3, 0, 5, 6, 7]
    assert len(answer["s"]) == 8
    assert target.session.wire.call("finish")[0] in {400, 409}
