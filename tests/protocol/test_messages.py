from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from addon.protocol import jsontext, messages
from addon.protocol.faults import BadRequest

CHANGES: dict[str, Any] = {"models": [], "decks": [[], []], "tags": []}


def test_lists_of_a_chunk_may_be_omitted() -> None:
    chunk = messages.Chunk.parse({"chunk": {"done": True}})
    assert chunk == messages.Chunk(True, [], [], [])


def test_config_and_creation_time_are_optional() -> None:
    assert messages.Changes.parse({"changes": CHANGES}).to_json() == CHANGES
    full = {**CHANGES, "conf": {"a": 1}, "crt": 5}
    assert messages.Changes.parse({"changes": full}).to_json() == full


def test_the_answer_to_meta_has_every_key_a_client_reads() -> None:
    meta = messages.Meta(mod=1, scm=2, usn=3, ts=4, empty=False, media_usn=5)
    assert meta.to_json() == {
        "mod": 1,
        "scm": 2,
        "usn": 3,
        "ts": 4,
        "msg": "",
        "cont": True,
        "hostNum": 0,
        "empty": False,
        "media_usn": 5,
        "musn": 5,
    }


@pytest.mark.parametrize(
    ("parse", "value"),
    [
        (messages.LoginRequest.parse, {"u": "name"}),
        (messages.LoginRequest.parse, {"u": "name", "p": 5}),
        (messages.LoginRequest.parse, ["name", "password"]),
        (messages.MetaRequest.parse, {"v": "11", "cv": "x"}),
        (messages.MetaRequest.parse, {"v": 11}),
        (messages.StartRequest.parse, {"minUsn": 1.5, "lnewer": True}),
        (messages.StartRequest.parse, {"minUsn": 2**31, "lnewer": True}),
        (messages.StartRequest.parse, {"minUsn": True, "lnewer": True}),
        (messages.StartRequest.parse, {"minUsn": 1, "lnewer": 1}),
        (messages.Changes.parse, {}),
        (messages.Changes.parse, {"changes": {**CHANGES, "decks": [[]]}}),
        (messages.Changes.parse, {"changes": {**CHANGES, "decks": [[], {}]}}),
        (messages.Changes.parse, {"changes": {**CHANGES, "models": None}}),
        (messages.Chunk.parse, {"done": True}),
        (messages.Chunk.parse, {"chunk": {"done": 1}}),
        (messages.Chunk.parse, {"chunk": {"done": True, "cards": {}}}),
        (messages.parse_graves_chunk, {}),
        (messages.parse_sanity, {"client": {}}),
        (messages.parse_media_begin, {"v": ""}),
        (messages.parse_media_changes, {"lastUsn": "0"}),
        (messages.parse_download_files, {"files": ["a", 1]}),
        (messages.parse_media_sanity, {}),
    ],
)
def test_json_of_the_wrong_shape_is_a_bad_request(
    parse: Callable[[Any], object], value: object
) -> None:
    with pytest.raises(BadRequest):
        parse(value)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1,]", "{} {}", "NaN", "[Infinity]", '"\\ud800"', "[" * 100_000, "\xff"],
)
@pytest.mark.parametrize("fast", [True, False])
def test_text_that_is_not_json_is_a_bad_request(
    text: str, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsontext, "FAST", fast and jsontext.FAST)
    with pytest.raises(BadRequest):
        jsontext.parse_request(text.encode("latin-1"))


@pytest.mark.parametrize("fast", [True, False])
def test_both_json_libraries_write_the_same_bytes(
    fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsontext, "FAST", fast and jsontext.FAST)
    value = {"ä": [1, 2.5, None, True, "\x1f\u2028"], "b": {"c": []}}
    assert jsontext.dumps(value) == '{"ä":[1,2.5,null,true,"\\u001f\u2028"],"b":{"c":[]}}'.encode()
    assert jsontext.loads(jsontext.dumps(value)) == value
