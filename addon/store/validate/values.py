"""Checks of single JSON values, as strict as Anki's backend.

A check takes a value and returns the value to keep, or raises Wrong. The names follow Rust's
types: what a client sends ends up in such a field of every other client, and a value that does
not fit stops that client's syncs for good.
"""

from __future__ import annotations

import copy
import math
import re
import struct
import sys
from collections.abc import Callable, Mapping
from typing import Any

Check = Callable[[Any], Any]

I64_MIN, I64_MAX = -(2**63), 2**63 - 1
I32_MIN, I32_MAX = -(2**31), 2**31 - 1
U32_MAX, U16_MAX, U8_MAX = 2**32 - 1, 2**16 - 1, 2**8 - 1
# serde_json reads 127 levels; a sync request adds up to six of them
MAX_DEPTH = 120

_DIGITS = re.compile(r"[+-]?[0-9]+")
_FLOAT = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")


class Wrong(ValueError):
    """Anki would refuse a value: what was expected, and where (`flds[2].name`) in the object.

    An empty `place` means the object itself.
    """

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(f"{place} {reason}" if place else reason)
        self.reason = reason
        self.place = place

    def within(self, outer: str) -> Wrong:
        dot = "." if self.place and not self.place.startswith("[") else ""
        return Wrong(self.reason, f"{outer}{dot}{self.place}")


def check_json(value: Any) -> None:
    """Check that Anki can read a parsed JSON value, whatever it means. Raises Wrong.

    Python's `json` accepts what Rust's does not: NaN, numbers too large for a double, lone
    surrogates, any depth.
    """
    level = [value]
    for _ in range(MAX_DEPTH):
        inner: list[Any] = []
        for item in level:
            kind = type(item)
            if kind is dict:
                for key in item:
                    text(key)
                inner.extend(item.values())
            elif kind is list:
                inner.extend(item)
            elif kind is str:
                text(item)
            elif kind is int or kind is float:
                double(item)
            elif kind is not bool and item is not None:
                raise Wrong(f"{kind.__name__} is not a JSON type")
        if not inner:
            return
        level = inner
    raise Wrong("is nested too deeply")


def text(value: Any) -> str:
    """Accept a string that can be written as UTF-8; U+0000 is fine for Anki and for SQLite."""
    if is_text(value):
        kept: str = value
        return kept
    raise Wrong("contains half of a surrogate pair" if type(value) is str else "must be text")


def is_text(value: Any) -> bool:
    """Return whether `text` accepts a value."""
    if type(value) is not str:
        return False
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return False
    return True


def integer(low: int, high: int) -> Check:
    """Accept whole numbers within the bounds, written as such (not `1.0`, not `true`)."""

    def check(value: Any) -> int:
        if type(value) is not int or not low <= value <= high:
            raise Wrong(f"must be a whole number from {low} to {high}")
        return value

    return check


i64 = integer(I64_MIN, I64_MAX)
i32 = integer(I32_MIN, I32_MAX)
u32 = integer(0, U32_MAX)
u16 = integer(0, U16_MAX)
u8 = integer(0, U8_MAX)


def double(value: Any) -> float:
    """Accept a finite number; a whole one may be too large to be exact."""
    if type(value) is float or type(value) is int:
        try:
            if math.isfinite(value):
                return value
        except OverflowError:
            pass
    raise Wrong("must be a finite number")


def f32(value: Any) -> float:
    """Accept a number that fits single precision, and keep it as it is.

    Anki reads a larger one as infinity, writes that as `null`, and then cannot read it.
    """
    double(value)
    try:
        struct.pack("<f", value)
    except OverflowError:
        raise Wrong("must be a number within single precision") from None
    number: float = value
    return number


def truncate(value: Any) -> int:
    """Truncate a number to a whole one of 64 bits, as Anki does where old clients sent floats."""
    return max(I64_MIN, min(I64_MAX, int(double(value))))


def truncate_i32(value: Any) -> int:
    """Truncate a number to a whole one, wrapped around to 32 bits."""
    return (truncate(value) - I32_MIN & U32_MAX) + I32_MIN


def truncate_u32(value: Any) -> int:
    """Truncate a number to a whole one of 32 bits, at least 0."""
    return max(0, truncate(value)) & U32_MAX


def number_or_digits(check: Check) -> Check:
    """Accept a whole number, also as a string of digits (from some old clients); keep a number."""

    def checked(value: Any) -> Any:
        if type(value) is str:
            # more digits than any value has: int() would take long, or fail
            if not _DIGITS.fullmatch(value) or len(value.lstrip("+-0")) > 20:
                raise Wrong("must be a whole number")
            sign = "-" if value[0] == "-" else ""
            value = int(sign + (value.lstrip("+-0") or "0"))
        return check(value)

    return checked


id_ = number_or_digits(i64)


def nonzero_id(value: Any) -> int:
    """Accept an id other than 0, which means "not stored yet" to Anki."""
    number: int = id_(value)
    if number == 0:
        raise Wrong("must not be 0")
    return number


def boolean(value: Any) -> bool:
    if type(value) is not bool:
        raise Wrong("must be true or false")
    return value


def boolean_of_anything(value: Any) -> bool:
    """Accept True, 1, 1.0, "True", "1", "1.0" and their opposites; keep a boolean."""
    if type(value) is str:
        if value.lower() in ("true", "false"):
            return value.lower() == "true"
        value = float(value) if _FLOAT.fullmatch(value) else None
    if type(value) in (bool, int, float):
        if value == 0:
            return False
        if abs(value - 1) < sys.float_info.epsilon:
            return True
    raise Wrong("must be true or false")


def optional(check: Check) -> Check:
    """Accept null, or what `check` accepts."""

    def checked(value: Any) -> Any:
        return None if value is None else check(value)

    return checked


def lenient(check: Check, default: Any) -> Check:
    """Accept anything; what `check` does not accept becomes `default`, as Anki reads it."""

    def checked(value: Any) -> Any:
        try:
            return check(value)
        except Wrong:
            return copy.deepcopy(default)

    return checked


def list_of(check: Check) -> Check:
    def checked(value: Any) -> list[Any]:
        if type(value) is not list:
            raise Wrong("must be a list")
        return [_at(f"[{index}]", check, item) for index, item in enumerate(value)]

    return checked


def row_of(*checks: Check) -> Check:
    """Accept a list with exactly one value for each check."""

    def checked(value: Any) -> list[Any]:
        if type(value) is not list or len(value) != len(checks):
            raise Wrong(f"must be a list of {len(checks)} values")
        return [
            _at(f"[{index}]", check, item) for index, (check, item) in enumerate(zip(checks, value))
        ]

    return checked


class Shape:
    """A check of an object with known keys. Unknown keys are kept as they are.

    `keys` maps a key to its check; `needed` lists the keys that must be present.
    """

    def __init__(self, keys: Mapping[str, Check], needed: str) -> None:
        self._checks = tuple(keys.items())
        self._needed = tuple(needed.split())

    def __call__(self, value: Any) -> dict[str, Any]:
        if type(value) is not dict:
            raise Wrong("must be an object")
        for key in self._needed:
            if key not in value:
                raise Wrong("is missing", key)
        kept = dict(value)
        for key, check in self._checks:
            if key in value:
                kept[key] = _at(key, check, value[key])
        return kept


def _at(place: str, check: Check, value: Any) -> Any:
    try:
        return check(value)
    except Wrong as wrong:
        raise wrong.within(place) from None
