"""What a collection holds, in one form for every Anki since 2.1.50.

Left out, and why:

* `usn`: each server counts for itself.
* `req` of a note type: each Anki recomputes it when it stores one.
* configuration: `lastUnburied`, which says whether this device's day has begun.
* tags that no note carries: a tag's removal from the list does not travel.
* order in a note's list of tags, and graves: each device keeps its own.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Callable

from .device import Device

Contents = dict[str, dict[str, Any]]

NOTES = "notes"
CARDS = "cards"
REVIEWS = "reviews"
DECKS = "decks"
NOTE_TYPES = "note types"
PRESETS = "presets"
TAGS = "tags"
CONFIG = "config"

_NOTE = "id, guid, mid, mod, tags, flds, sfld, csum"
_CARD = (
    "id, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left, odue, odid,"
    " flags, data"
)
_REVIEW = "id, cid, ease, ivl, lastIvl, factor, time, type"
_OF_THE_DAY = "lastUnburied"


def contents(device: Device) -> Contents:
    """Kind -> id -> value."""
    return {
        NOTES: _rows(device, NOTES, _NOTE),
        CARDS: _rows(device, CARDS, _CARD),
        REVIEWS: _rows(device, "revlog", _REVIEW),
        **objects(device),
        TAGS: dict.fromkeys(sorted(_tags_in_use(device))),
        CONFIG: _config(device),
        "collection": {"crt": device.number("select crt from col")},
    }


def objects(device: Device) -> Contents:
    """Return decks, note types and presets, as the JSON that is synced."""
    backend = device.backend
    return {
        DECKS: _objects(device, "decks", backend.get_deck_legacy),
        NOTE_TYPES: _objects(device, "notetypes", backend.get_notetype_legacy),
        PRESETS: _objects(device, "deck_config", backend.get_deck_config_legacy),
    }


def differences(
    one: Contents, other: Contents, left_out: Sequence[str] = (), *, old: bool = False
) -> list[str]:
    """Return one line for each value that is not the same; not for the kinds `left_out`.

    `old`: devices are older than the servers, which keep more of an object than they know; what
    only one side has of an object is then no difference.
    """
    found = []
    for kind in sorted(one.keys() - set(left_out)):
        for key in sorted(one[kind].keys() | other[kind].keys()):
            left, right = (side[kind].get(key, "(absent)") for side in (one, other))
            if old and isinstance(left, dict) and isinstance(right, dict):
                left, right = _in_common(left, right), _in_common(right, left)
            if left != right:
                found.append(f"{kind} {key}: {_unlike(left, right)}")
    return found


def _in_common(value: Any, other: Any) -> Any:
    if isinstance(value, dict) and isinstance(other, dict):
        return {k: _in_common(item, other[k]) for k, item in value.items() if k in other}
    if isinstance(value, list) and isinstance(other, list) and len(value) == len(other):
        return [_in_common(item, other[number]) for number, item in enumerate(value)]
    return value


def _unlike(left: Any, right: Any) -> str:
    if isinstance(left, dict) and isinstance(right, dict):
        keys = [key for key in left.keys() | right.keys() if left.get(key) != right.get(key)]
        left, right = ({key: side.get(key) for key in sorted(keys)} for side in (left, right))
    return f"{left!r} | {right!r}"


def pending(device: Device) -> list[str]:
    """Return the tables with rows that are still pending."""
    tables = ("notes", "cards", "revlog", "graves", "notetypes", "decks", "deck_config", "tags")
    return [t for t in tables if device.number(f"select count() from {t} where usn = -1")]


def _rows(device: Device, table: str, columns: str) -> dict[str, Any]:
    found = {}
    for id, *values in device.rows(f"select {columns} from {table}"):
        if table == NOTES:
            values[3] = " ".join(sorted(values[3].split()))
            values[5] = str(values[5])
        found[str(id)] = values
    return found


def _objects(device: Device, table: str, get: Callable[[int], bytes]) -> dict[str, Any]:
    found = {}
    for (id,) in device.rows(f"select id from {table}"):
        value = json.loads(get(id))
        assert str(value["id"]) == str(id)
        del value["usn"]
        value.pop("req", None)
        found[str(id)] = _what_is_set(value)
    return found


def _what_is_set(value: Any) -> Any:
    """Remove what one version writes as null, false or an empty list, and another not at all."""
    if isinstance(value, dict):
        kept = {key: _what_is_set(item) for key, item in value.items()}
        return {k: item for k, item in kept.items() if item not in (None, []) and item is not False}
    if isinstance(value, list):
        return [_what_is_set(item) for item in value]
    return value


def _config(device: Device) -> dict[str, Any]:
    rows = device.rows("select key, val from config")
    return {
        key: json.loads(bytes(value) if isinstance(value, list) else value)
        for key, value in rows
        if key != _OF_THE_DAY
    }


def _tags_in_use(device: Device) -> set[str]:
    """Return tags in lower case: a device spells a new tag's parent as it already does."""
    rows = device.rows("select tags from notes")
    used = {tag.casefold() for (tags,) in rows for tag in tags.split()}
    return used & {tag.casefold() for (tag,) in device.rows("select tag from tags")}
