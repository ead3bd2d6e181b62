"""JSON as the protocol uses it: UTF-8, no NaN or infinity, nothing after the value."""

from __future__ import annotations

import json
from typing import Any, NoReturn

try:  # included in Anki >= 2.1.45; several times faster on note types and chunks
    import orjson

    FAST = True
except ImportError:
    FAST = False

from .faults import BadRequest


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def loads(data: bytes | bytearray | memoryview | str) -> Any:
    """Parse one JSON value. Raises ValueError for anything else."""
    if FAST:
        return orjson.loads(data)
    text = data if isinstance(data, str) else bytes(data).decode("utf-8")
    try:
        value = json.loads(text, parse_constant=_refuse_constant)
    except RecursionError:
        raise ValueError("JSON is nested too deeply") from None
    if "\\u" in text:  # perhaps half a surrogate pair, which neither SQLite nor a client accepts
        dumps(value)
    return value


def parse_request(data: bytes | bytearray) -> Any:
    """Parse a request's body. Raises BadRequest if it is not JSON."""
    try:
        return loads(data)
    except ValueError as error:
        raise BadRequest("the body is not JSON") from error


def dumps(value: Any) -> bytes:
    """Serialise compactly as UTF-8, without escaping non-ASCII characters."""
    if FAST:
        return orjson.dumps(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def dumps_text(value: Any) -> str:
    """Serialise like `dumps`, to a string for a TEXT column."""
    return dumps(value).decode()
