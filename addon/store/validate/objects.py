"""Validate note types, decks, presets, tags and config: the objects in `applyChanges`.

The JSON columns of an uploaded schema-11 file hold the same objects. Each function takes a parsed
JSON value and returns the object to keep: known keys as every client can read them, unknown keys
(of newer clients, of add-ons) untouched. Source: the schema-11 structures of Anki's backend.
"""

from __future__ import annotations

from typing import Any

from ..faults import Invalid
from .decks import any_deck
from .note_types import NOTE_TYPE
from .presets import PRESET
from .values import Check, Shape, Wrong, check_json, integer, text

# Anki reads `crt` as a date: outside this range every client fails
CREATION_LIMIT = 8_000_000_000_000

_creation = integer(-CREATION_LIMIT, CREATION_LIMIT)


def note_type(obj: Any) -> dict[str, Any]:
    """Return the note type to keep. Raises Invalid."""
    return _checked("note type", obj, NOTE_TYPE)


def deck(obj: Any) -> dict[str, Any]:
    """Return the deck (normal or filtered) to keep; its name is unchanged. Raises Invalid."""
    return _checked("deck", obj, any_deck)


def preset(obj: Any) -> dict[str, Any]:
    """Return the preset (deck config) to keep. Raises Invalid."""
    return _checked("preset", obj, PRESET)


def tag(obj: Any) -> str:
    """Return the tag, not normalised. Raises Invalid."""
    try:
        return text(obj)
    except Wrong as wrong:
        raise Invalid(f"tag {wrong}") from None


def config(obj: Any) -> dict[str, Any]:
    """Return the collection's config; Anki accepts any object. Raises Invalid."""
    return _checked("config", obj, Shape({}, ""))


def creation_stamp(obj: Any) -> int:
    """Return the collection's creation time (`crt`), in seconds. Raises Invalid."""
    try:
        stamp: int = _creation(obj)
        return stamp
    except Wrong as wrong:
        raise Invalid(f"creation time {wrong}") from None


def _checked(kind: str, obj: Any, check: Check) -> dict[str, Any]:
    try:
        check_json(obj)
        kept: dict[str, Any] = check(obj)
        return kept
    except Wrong as wrong:
        name = f" {obj['id']!r:.40}" if type(obj) is dict and "id" in obj else ""
        raise Invalid(f"{kind}{name}: {wrong}") from None
