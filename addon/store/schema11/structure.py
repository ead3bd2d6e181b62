"""Compare the fields and templates of two note types, and their order.

Renaming one does not change the structure: Anki does not require a one-way sync for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .names import fold

_PARTS = ("flds", "tmpls")


def same_structure(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether notes and cards of either note type fit the other unchanged."""
    return one["type"] == other["type"] and all(
        len(one[part]) == len(other[part]) and _starts_alike(one[part], other[part])
        for part in _PARTS
    )


def fits(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether `other` only has more at the end, so that notes of `one` fit it."""
    return one["type"] == other["type"] and all(
        len(one[part]) <= len(other[part]) and _starts_alike(one[part], other[part])
        for part in _PARTS
    )


def _starts_alike(one: Sequence[Mapping[str, Any]], other: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether `other` begins with the parts of `one`.

    Since 23.10 Anki gives each part an id. Without ids, a name that occurs elsewhere means that the
    part has moved, and a new name that it was renamed.
    """
    pairs = list(zip(one, other))
    if all(part.get("id") for pair in pairs for part in pair):
        return all(ours["id"] == theirs["id"] for ours, theirs in pairs)
    names = [(fold(str(ours["name"])), fold(str(theirs["name"]))) for ours, theirs in pairs]
    elsewhere = {fold(str(part["name"])) for part in other}
    return all(mine == yours or mine not in elsewhere for mine, yours in names)
