"""The shapes of requests: JSON values in, typed values out, BadRequest for anything else.

`addon.store.validate` checks the objects inside (notes, decks, ...); this module only knows the
messages that carry them. Source: rslib/src/sync/collection/*.rs and sync/media/*.rs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .faults import BadRequest

_I32 = 2**31


def _object(value: Any, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadRequest(f"{what} is not a JSON object")
    return value


def _integer(value: dict[str, Any], key: str) -> int:
    number = value.get(key)
    if isinstance(number, bool) or not isinstance(number, int) or not -_I32 <= number < _I32:
        raise BadRequest(f"{key!r} is not a 32-bit integer")
    return number


def _text(value: dict[str, Any], key: str) -> str:
    text = value.get(key)
    if not isinstance(text, str):
        raise BadRequest(f"{key!r} is not a string")
    return text


def _list(value: dict[str, Any], key: str) -> list[Any]:
    items = value.get(key)
    if not isinstance(items, list):
        raise BadRequest(f"{key!r} is not a list")
    return items


@dataclass(frozen=True)
class LoginRequest:
    """`hostKey`: a user name and a password."""

    user: str
    password: str

    @staticmethod
    def parse(value: Any) -> LoginRequest:
        body = _object(value, "hostKey")
        return LoginRequest(_text(body, "u"), _text(body, "p"))


@dataclass(frozen=True)
class MetaRequest:
    """`meta`: this session's protocol version and the client's own version string."""

    version: int
    client: str

    @staticmethod
    def parse(value: Any) -> MetaRequest:
        body = _object(value, "meta")
        version = body.get("v")
        if isinstance(version, bool) or not isinstance(version, int):
            raise BadRequest("meta has no version")
        return MetaRequest(version, _text(body, "cv"))


@dataclass(frozen=True)
class StartRequest:
    """`start`: the client's USN, whether its collection is newer, and old clients' graves."""

    client_usn: int
    client_is_newer: bool
    graves: Any  # None, or as in applyGraves, perhaps with ids as strings

    @staticmethod
    def parse(value: Any) -> StartRequest:
        body = _object(value, "start")
        newer = body.get("lnewer")
        if not isinstance(newer, bool):
            raise BadRequest("'lnewer' is not true or false")
        return StartRequest(_integer(body, "minUsn"), newer, body.get("graves"))


@dataclass(frozen=True)
class Changes:
    """`applyChanges`, both ways: whole objects, not yet checked one by one."""

    note_types: list[Any]
    decks: list[Any]
    presets: list[Any]
    tags: list[Any]
    config: Any  # None unless the sender's collection is the newer one
    created: Any  # `crt` in seconds, sent together with the config

    @staticmethod
    def parse(value: Any) -> Changes:
        body = _object(_object(value, "applyChanges").get("changes"), "changes")
        pair = _list(body, "decks")
        if len(pair) != 2 or not all(isinstance(part, list) for part in pair):
            raise BadRequest("'decks' is not a list of decks and a list of presets")
        return Changes(
            note_types=_list(body, "models"),
            decks=pair[0],
            presets=pair[1],
            tags=_list(body, "tags"),
            config=body.get("conf"),
            created=body.get("crt"),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the answer's JSON value; `conf` and `crt` only when they are sent."""
        value: dict[str, Any] = {
            "models": self.note_types,
            "decks": [self.decks, self.presets],
            "tags": self.tags,
        }
        if self.config is not None:
            value["conf"] = self.config
        if self.created is not None:
            value["crt"] = self.created
        return value


@dataclass(frozen=True)
class Chunk:
    """`chunk` and `applyChunk`: rows, not yet checked one by one."""

    done: bool
    revlog: list[Any]
    cards: list[Any]
    notes: list[Any]

    @staticmethod
    def parse(value: Any) -> Chunk:
        body = _object(_object(value, "applyChunk").get("chunk"), "chunk")
        done = body.get("done", False)
        if not isinstance(done, bool):
            raise BadRequest("'done' is not true or false")
        # serde's defaults: an empty list may be omitted
        lists = [body.get(key, []) for key in ("revlog", "cards", "notes")]
        if not all(isinstance(rows, list) for rows in lists):
            raise BadRequest("a chunk's rows are not lists")
        return Chunk(done, *lists)

    def to_json(self) -> dict[str, Any]:
        return {"done": self.done, "revlog": self.revlog, "cards": self.cards, "notes": self.notes}


@dataclass(frozen=True)
class Meta:
    """The answer to `meta`. `mod` and `scm` in ms, `ts` in seconds."""

    mod: int
    scm: int
    usn: int
    ts: int
    empty: bool
    media_usn: int
    message: str = ""
    may_continue: bool = True

    def to_json(self) -> dict[str, Any]:
        return {
            "mod": self.mod,
            "scm": self.scm,
            "usn": self.usn,
            "ts": self.ts,
            "msg": self.message,
            "cont": self.may_continue,
            # 2.1.x makes a host name from any other number
            "hostNum": 0,
            "empty": self.empty,
            # required since 23.10, where it drives the media sync
            "media_usn": self.media_usn,
            # required by 2.0.27 to 2.0.31
            "musn": self.media_usn,
        }


def parse_graves_chunk(value: Any) -> Any:
    """Return what `applyGraves` holds under `chunk`. Raises BadRequest."""
    body = _object(value, "applyGraves")
    if "chunk" not in body:
        raise BadRequest("applyGraves has no chunk")
    return body["chunk"]


def parse_sanity(value: Any) -> list[Any] | str:
    """Return the client's counts in `sanityCheck2`. Raises BadRequest.

    Clients written in Python and AnkiDroid up to 2.16 send a sentence instead when they find a
    fault in their own collection.
    """
    body = _object(value, "sanityCheck2")
    found = body.get("client")
    return found if isinstance(found, str) else _list(body, "client")


def parse_media_begin(value: Any) -> str:
    """Return the client's version string in media `begin`. Raises BadRequest."""
    version = _text(_object(value, "begin"), "v")
    if not version:
        raise BadRequest("begin has no client version")
    return version


def parse_media_changes(value: Any) -> int:
    """Return the last media USN that the client has seen (`mediaChanges`). Raises BadRequest."""
    return _integer(_object(value, "mediaChanges"), "lastUsn")


def parse_download_files(value: Any) -> list[str]:
    """Return the media file names in `downloadFiles`. Raises BadRequest."""
    names = _list(_object(value, "downloadFiles"), "files")
    if not all(isinstance(name, str) for name in names):
        raise BadRequest("'files' is not a list of names")
    return names


def parse_media_sanity(value: Any) -> int:
    """Return how many files the client has (`mediaSanity`). Raises BadRequest."""
    return _integer(_object(value, "mediaSanity"), "local")
