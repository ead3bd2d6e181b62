"""Whether two note types have the same fields and templates in the same order.

Renaming one is no change of structure: Anki asks for no one-way sync then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..schema11.names import fold

_PARTS = ("flds", "tmpls")


def same_structure(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether notes and cards of either fit the other as they are."""
    return one["type"] == other["type"] and all(
        len(one[part]) == len(other[part]) and _starts_alike(one[part], other[part])
        for part in _PARTS
    )


def fits(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether `other` only has something more at the end, so that notes of `one` can be its own."""
    return one["type"] == other["type"] and all(
        len(one[part]) <= len(other[part]) and _starts_alike(one[part], other[part])
        for part in _PARTS
    )


def _starts_alike(one: Sequence[Mapping[str, Any]], other: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the parts of `one` are those with which `other` begins.

    Anki knows parts by an id since 23.10. Without it, names that changed places tell of parts that
    did; names that are new, of parts that were renamed.
    """
    pairs = list(zip(one, other))
    if all(part.get("id") for pair in pairs for part in pair):
        return all(ours["id"] == theirs["id"] for ours, theirs in pairs)
    names = [(fold(str(ours["name"])), fold(str(theirs["name"]))) for ours, theirs in pairs]
    elsewhere = {fold(str(part["name"])) for part in other}
    return all(mine == yours or mine not in elsewhere for mine, yours in names)
