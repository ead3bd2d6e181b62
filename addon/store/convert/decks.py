"""Decks: the table decks -> the objects of ``col.decks``."""

from __future__ import annotations

import sqlite3
from typing import Any

from ..schema11.findings import Location
from . import protobuf
from .codecs import (
    BOOL,
    FLOATS,
    I32,
    I64,
    PERCENT,
    TEXT,
    U32,
    each,
    enum,
    is_whole,
    joined,
    optional,
    original,
)
from .fields import MessageLayout, Spec, read_message, without
from .rows import stamped

_HIGHEST_SEARCH_ORDER = 10
_NORMAL, _FILTERED = 1, 2
_NATIVE_SEPARATOR, _HUMAN_SEPARATOR = "\x1f", "::"

_DAY_LIMIT = MessageLayout({1: Spec("limit", U32), 2: Spec("today", U32)}, has_other=False)
_SEARCH_TERM = MessageLayout(
    {
        1: Spec("search", TEXT),
        2: Spec("limit", I32),
        3: Spec("order", enum(_HIGHEST_SEARCH_ORDER)),
    },
    has_other=False,
)


def _day_limit(data: bytes, location: Location) -> dict[str, Any]:
    return read_message(_DAY_LIMIT, data, location).known()


def _is_day_limit(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == {"limit", "today"}
        and all(is_whole(number, 0, 2**32 - 1) for number in value.values())
    )


def _search_term(data: bytes, location: Location) -> list[Any]:
    return list(read_message(_SEARCH_TERM, data, location).values.values())


_DAY_LIMIT_KIND = joined(_day_limit, _is_day_limit)


def _steps(values: Any) -> Any:
    return FLOATS.finish(values) or None


_NORMAL_DECK = MessageLayout(
    {
        1: Spec("conf", original(I64)),
        2: Spec("extendNew", original(I32)),
        3: Spec("extendRev", original(I32)),
        4: Spec("desc", original(TEXT)),
        5: Spec("md", BOOL),
        6: Spec("reviewLimit", optional(U32)),
        7: Spec("newLimit", optional(U32)),
        8: Spec("reviewLimitToday", _DAY_LIMIT_KIND),
        9: Spec("newLimitToday", _DAY_LIMIT_KIND),
        10: Spec("desiredRetention", PERCENT),
    },
    has_other=False,
)

_FILTERED_DECK = MessageLayout(
    {
        1: Spec("resched", original(BOOL)),
        2: Spec("terms", each(_search_term)),
        3: Spec("delays", original(FLOATS, _steps)),
        4: Spec("previewDelay", U32),
        5: Spec("previewHardSecs", U32),
        6: Spec("previewGoodSecs", U32),
        7: Spec("previewAgainSecs", U32),
    },
    has_other=False,
)

_COMMON = MessageLayout(
    {
        1: Spec("collapsed", original(BOOL)),
        2: Spec("browserCollapsed", BOOL),
        3: Spec("day", I32, group="today"),
        4: Spec("new", I32, group="today"),
        5: Spec("review", I32, group="today"),
        6: Spec("learning", I32, group="today"),
        7: Spec("milliseconds", I32, group="today"),
    },
)

# Keys that are computed below, not by a layout.
_OWN_KEYS = frozenset(
    {"id", "name", "mod", "usn", "dyn", "lrnToday", "revToday", "newToday", "timeToday"}
)
# Anki keeps these keys of a normal deck out of filtered ones.
_KEYS_OF_ANY_DECK = _OWN_KEYS | _COMMON.keys() | _NORMAL_DECK.keys()


def decks(db: sqlite3.Connection, found: list[str]) -> dict[str, Any]:
    """Return the decks by id, as in ``col.decks``; add findings to ``found``.

    Raises ConversionError.
    """
    objects = {}
    for location, keys, (common, container) in stamped(db, "decks", "deck", "common, kind", found):
        keys["name"] = keys["name"].replace(_NATIVE_SEPARATOR, _HUMAN_SEPARATOR)
        objects[str(keys["id"])] = {**keys, **_deck(common, container, location)}
    return objects


def _deck(common_data: bytes, container: bytes, location: Location) -> dict[str, Any]:
    common = read_message(_COMMON, common_data, location)
    kind, data = _kind(container, location)
    deck = {**common.known(), **_today(common.known("today")), "dyn": int(kind == _FILTERED)}
    if kind == _NORMAL:
        normal = read_message(_NORMAL_DECK, data, location.inside("normal"), common.other).known()
        if not normal["md"]:
            del normal["md"]
        return {**deck, **normal, **without(common.other, _KEYS_OF_ANY_DECK)}
    filtered = read_message(_FILTERED_DECK, data, location.inside("filtered"), common.other).known()
    # Older clients require `separate` and `desc`.
    deck.update(filtered, separate=True, desc="")
    return {**deck, **without(common.other, _KEYS_OF_ANY_DECK, frozenset(deck))}


def _today(studied: dict[str, int]) -> dict[str, list[int]]:
    """Return the four pairs [day, amount]; time is in ms."""
    day = studied["day"]
    return {
        "lrnToday": [day, studied["learning"]],
        "revToday": [day, studied["review"]],
        "newToday": [day, studied["new"]],
        "timeToday": [day, studied["milliseconds"]],
    }


def _kind(container: bytes, location: Location) -> tuple[int, bytes]:
    """Return the kind of deck and that kind's message, from a protobuf ``oneof``.

    Parts of the same kind are merged; a part of the other kind replaces them.
    """
    kind, data = 0, b""
    try:
        for number, wire, value in protobuf.fields(container):
            if number not in (_NORMAL, _FILTERED):
                location.note(f"kind field {number}")
            elif not isinstance(value, bytes) or wire != protobuf.BYTES:
                raise location.fail(f"kind: wire type {wire}")
            else:
                kind, data = number, (data if kind == number else b"") + value
    except protobuf.MalformedMessage as error:
        raise location.fail(f"kind: {error}") from error
    if not kind:
        raise location.fail("kind: neither normal nor filtered")
    return kind, data
