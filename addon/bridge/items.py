"""The objects that the bridge copies between the sides, and how they compare.

A `Key` identifies an object. Its `Content` is a row without its usn, an object's dictionary without
its usn, or a tag as it is spelled.
"""

from __future__ import annotations

import hashlib
import json
import marshal
from collections.abc import Iterable, Mapping
from typing import Any, Union

from ..store.schema11.comparison import NOT_COMPARED, same_object

NOTES = "notes"
CARDS = "cards"
REVIEWS = "revlog"
DECKS = "decks"
NOTE_TYPES = "notetypes"
PRESETS = "deck_config"
TAGS = "tags"

ROWS = (REVIEWS, CARDS, NOTES)
OBJECTS = (PRESETS, NOTE_TYPES, DECKS)
# Kinds whose deletions Anki records, with their type in the graves table.
GRAVES: Mapping[str, int] = {CARDS: 0, NOTES: 1, DECKS: 2}

# A note's sort field and checksum follow from its fields. Anki does not use its flags and data, and
# the store does not keep them.
COLUMNS: Mapping[str, str] = {
    NOTES: "id, guid, mid, mod, tags, flds",
    CARDS: "id, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left, odue, odid,"
    " flags, data",
    REVIEWS: "id, cid, ease, ivl, lastIvl, factor, time, type",
}
_REVIEW_PRINT = b"review"
_MOD: Mapping[str, int] = {NOTES: 3, CARDS: 4}

Id = Union[int, str]
Key = tuple[str, Id]
Content = Any


def grave(key: Key) -> Key:
    """Return the key of an object's grave."""
    return f"-{key[0]}", key[1]


def is_grave(key: Key) -> bool:
    return key[0].startswith("-")


def of_grave(key: Key) -> Key:
    """Return the key of the object that a grave belongs to."""
    return key[0][1:], key[1]


def ids_by_kind(keys: Iterable[Key]) -> dict[str, list[Id]]:
    """Return the ids of each kind, in the order of the keys."""
    found: dict[str, list[Id]] = {}
    for kind, id in keys:
        found.setdefault(kind, []).append(id)
    return found


def mod_of(kind: str, content: Content) -> int:
    """Return when an object was last changed, in seconds; 0 for kinds without such a time."""
    if kind in OBJECTS:
        return int(content["mod"])
    return int(content[_MOD[kind]]) if kind in _MOD else 0


def with_mod(kind: str, content: Content, mod: int) -> Content:
    """Return the same content, changed at `mod` (s)."""
    if kind in OBJECTS:
        return {**content, "mod": mod}
    place = _MOD[kind]
    return (*content[:place], mod, *content[place + 1 :])


def fingerprint(kind: str, content: Content) -> bytes:
    """Return bytes that differ if the content differs, except for a review; they are never empty.

    A review never changes once it is written, so all that counts is that it is there.
    """
    if kind == REVIEWS:
        return _REVIEW_PRINT
    if kind in OBJECTS:
        kept = {key: value for key, value in content.items() if key not in NOT_COMPARED}
        data = json.dumps(kept, sort_keys=True).encode("utf-8", "surrogatepass")
    else:
        data = marshal.dumps(content, 2)  # the same in every Python, four times as fast as repr
    return hashlib.blake2b(data, digest_size=8).digest()


def same_content(kind: str, one: Content | None, other: Content | None) -> bool:
    """Return whether two sides have the same content; None means that a side lacks the object.

    Decks, note types and presets are compared by meaning, not byte by byte.
    """
    if one is None or other is None or kind not in OBJECTS:
        return bool(one == other)
    return same_object(one, other)
