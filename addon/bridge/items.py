"""The things that travel between the desktop's collection and the store, and how they compare.

A thing is known by its `Key`. What it holds is its `Content`: a row without its usn, the dictionary
of an object without its usn, or a tag as it is spelled.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Union

from ..store.schema11.same import NOT_COMPARED, same_object

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
        kept = {key: value for key, value in content.items() if key not in NOT_COMPARED}
        text = json.dumps(kept, sort_keys=True)
    else:
        text = repr(content)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def same(kind: str, one: Content | None, other: Content | None) -> bool:
    """Whether two sides hold the same. None: a side that has no such thing.

    Objects are compared by what they mean.
    """
    if one is None or other is None or kind not in OBJECTS:
        return bool(one == other)
    return same_object(one, other)
