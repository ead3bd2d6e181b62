"""What Anki requires of a deck: its schema-11 structure (rslib/src/decks/schema11.rs)."""

from __future__ import annotations

from typing import Any

from .values import (
    Check,
    Shape,
    Wrong,
    boolean,
    boolean_of_anything,
    f32,
    i32,
    i64,
    id_,
    lenient,
    list_of,
    nonzero_id,
    number_or_digits,
    optional,
    row_of,
    text,
    truncate_i32,
    u32,
)


def _today(value: Any) -> list[int]:
    """Return `[day, amount]`, the last two values of any list; all but whole numbers count as 0."""
    if type(value) is not list:
        raise Wrong("must be a list")
    whole = lenient(i64, 0)
    day, amount = ([0, 0] + [whole(item) for item in value])[-2:]
    return [truncate_i32(day), truncate_i32(amount)]


def _limit(value: Any) -> int:
    limit: int = number_or_digits(i32)(value)
    return max(0, limit)


_DECK_KEYS: dict[str, Check] = {
    "id": nonzero_id,
    "mod": id_,
    "name": text,
    "usn": i32,
    "lrnToday": _today,
    "revToday": _today,
    "newToday": _today,
    "timeToday": _today,
    "collapsed": boolean,
    "browserCollapsed": boolean,
    "desc": text,
    "md": boolean,
}
_DECK_NEEDED = "id name usn lrnToday revToday newToday timeToday collapsed dyn"
_DAY_LIMIT = Shape({"limit": u32, "today": u32}, needed="limit today")
_day_limit = lenient(optional(_DAY_LIMIT), None)
_NORMAL_DECK = Shape(
    {
        **_DECK_KEYS,
        "conf": id_,
        "extendNew": lenient(i32, 0),
        "extendRev": lenient(i32, 0),
        "reviewLimit": lenient(optional(u32), None),
        "newLimit": lenient(optional(u32), None),
        "reviewLimitToday": _day_limit,
        "newLimitToday": _day_limit,
        "desiredRetention": lenient(optional(u32), None),
    },
    needed=f"{_DECK_NEEDED} conf",
)
_FILTERED_DECK = Shape(
    {
        **_DECK_KEYS,
        "resched": boolean_of_anything,
        "terms": list_of(row_of(text, _limit, i32)),
        "separate": boolean,
        "delays": lenient(optional(list_of(f32)), None),
        "previewDelay": u32,
        "previewAgainSecs": u32,
        "previewHardSecs": u32,
        "previewGoodSecs": u32,
    },
    needed=f"{_DECK_NEEDED} resched terms",
)


def any_deck(value: Any) -> dict[str, Any]:
    """Check a normal or a filtered deck, as `dyn` says. Raises Wrong."""
    dyn = value.get("dyn") if type(value) is dict else None
    if type(dyn) is bool:
        value = {**value, "dyn": int(dyn)}
    elif type(dyn) is not int or not 0 <= dyn <= 0xFF:
        raise Wrong("must be 0, 1, true or false", "dyn")
    # for Anki, any number other than 1 means a normal deck
    kept: dict[str, Any] = (_FILTERED_DECK if value["dyn"] == 1 else _NORMAL_DECK)(value)
    return kept
