"""The things that travel between the desktop's collection and the store, and how they compare.

A thing is known by its `Key`. What it holds is its `Content`: a row without its usn, the dictionary
of an object without its usn, or a tag as it is spelled.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from typing import Any, Union

NOTES = "notes"
CARDS = "cards"
REVIEWS = "revlog"
DECKS = "decks"
NOTE_TYPES = "notetypes"
PRESETS = "deck_config"
TAGS = "tags"

ROWS = (REVIEWS, CARDS, NOTES)
OBJECTS = (PRESETS, NOTE_TYPES, DECKS)
# What Anki notes the deletion of, with the number it has in the table of graves.
GRAVES: Mapping[str, int] = {CARDS: 0, NOTES: 1, DECKS: 2}

# Sort field and checksum follow from the fields; flags and data of a note are not used by Anki,
# and the store keeps none.
COLUMNS: Mapping[str, str] = {
    NOTES: "id, guid, mid, mod, tags, flds",
    CARDS: "id, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left, odue, odid,"
    " flags, data",
    REVIEWS: "id, cid, ease, ivl, lastIvl, factor, time, type",
}
_MOD: Mapping[str, int] = {NOTES: 3, CARDS: 4}

# Each Anki makes the requirements of a note type anew when it stores one.
_NOT_COMPARED = frozenset({"usn", "req"})

Id = Union[int, str]
Key = tuple[str, Id]
Content = Any


def grave(key: Key) -> Key:
    """The key of a thing's grave."""
    return f"-{key[0]}", key[1]


def is_grave(key: Key) -> bool:
    return key[0].startswith("-")


def of_grave(key: Key) -> Key:
    """The key of the thing that a grave is of."""
    return key[0][1:], key[1]


def mod_of(kind: str, content: Content) -> int:
    """When a thing was last changed, in seconds; 0 for a kind that has no such time."""
    if kind in OBJECTS:
        return int(content["mod"])
    return int(content[_MOD[kind]]) if kind in _MOD else 0


def with_mod(kind: str, content: Content, mod: int) -> Content:
    """The same content, changed at `mod` (s)."""
    if kind in OBJECTS:
        return {**content, "mod": mod}
    place = _MOD[kind]
    return (*content[:place], mod, *content[place + 1 :])


def fingerprint(kind: str, content: Content) -> bytes:
    """Eight bytes that differ when the content does."""
    if kind in OBJECTS:
        kept = {key: value for key, value in content.items() if key not in _NOT_COMPARED}
        text = json.dumps(kept, sort_keys=True)
    else:
        text = repr(content)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def same(kind: str, one: Content | None, other: Content | None) -> bool:
    """Whether two sides hold the same. None: a side that has no such thing.

    Objects are compared by what they mean: a key that one Anki writes and another leaves out when
    nothing is set makes no difference, nor do the last digits of a 32-bit number.
    """
    if one is None or other is None or kind not in OBJECTS:
        return bool(one == other)
    return _same_keys(
        {key: value for key, value in one.items() if key not in _NOT_COMPARED},
        {key: value for key, value in other.items() if key not in _NOT_COMPARED},
    )


def same_value(one: Any, other: Any) -> bool:
    """Whether two JSON values are equal, numbers as far as 32 bits hold them."""
    if isinstance(one, dict) and isinstance(other, dict):
        return _same_keys(one, other)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_value, one, other))
    if isinstance(one, float) or isinstance(other, float):
        numbers = isinstance(one, (int, float)) and isinstance(other, (int, float))
        return numbers and math.isclose(one, other, rel_tol=1e-6)
    return bool(one == other)


def _same_keys(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(
        same_value(one[key], other[key])
        if key in one and key in other
        else not (one[key] if key in one else other[key])
        for key in one.keys() | other.keys()
    )
