"""Whether two note types, decks, presets or settings mean the same."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

# The session an object was sent in, and what each Anki recomputes when it stores a note type.
NOT_COMPARED = frozenset({"usn", "req"})


def same_object(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether two objects mean the same.

    A key that is unset on one side and missing on the other makes no difference (one Anki writes
    it, another does not), nor do the digits of a number beyond 32 bits.
    """
    return _same_keys(
        {key: value for key, value in one.items() if key not in NOT_COMPARED},
        {key: value for key, value in other.items() if key not in NOT_COMPARED},
    )


def _same_keys(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(
        same_value(one[key], other[key])
        if key in one and key in other
        else not (one[key] if key in one else other[key])
        for key in one.keys() | other.keys()
    )


def same_value(one: Any, other: Any) -> bool:
    """Return whether two JSON values are equal, with numbers compared to 32-bit precision."""
    if isinstance(one, dict) and isinstance(other, dict):
        return _same_keys(one, other)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_value, one, other))
    if isinstance(one, float) or isinstance(other, float):
        numbers = isinstance(one, (int, float)) and isinstance(other, (int, float))
        return numbers and math.isclose(one, other, rel_tol=1e-6)
    return bool(one == other)
