"""JSON as Anki's backend (Rust, serde_json) reads it: stricter than Python's own module."""

from __future__ import annotations

import json
from typing import Any

# serde_json gives up at 128 levels. A value parsed here is stored up to four levels inside a
# column.
_MAX_DEPTH = 120
_LONGEST_WHOLE = 20  # characters of a number of 64 bits


def parse(text: str) -> Any:
    """Parse JSON.

    Raises ValueError for anything else, and where serde_json fails and Python does not: NaN,
    numbers too large for a double, lone surrogates, and nesting too deep to be read inside a column
    of ``col``. Whole numbers wider than 64 bits become floats, as they do there.
    """
    try:
        value = json.loads(text, parse_constant=_refuse, parse_int=_whole)
        dump(value)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if _depth(value) > _MAX_DEPTH:
        raise ValueError("nested too deeply")
    return value


def dump(value: Any) -> str:
    """Serialise a value as JSON. Raises ValueError where serde_json could not read it."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    text.encode("utf-8")  # UnicodeEncodeError, a ValueError, on a lone surrogate
    return text


def _whole(digits: str) -> int | float:
    if len(digits) > _LONGEST_WHOLE:
        return float(digits)
    number = int(digits)
    return number if -(2**63) <= number < 2**64 else float(number)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def _depth(value: Any) -> int:
    depth, level = 0, [value]
    while level:
        depth += 1
        inner: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                inner.extend(item.values())
            elif isinstance(item, list):
                inner.extend(item)
        level = inner
    return depth
