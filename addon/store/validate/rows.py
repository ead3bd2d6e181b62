"""Validate rows (cards, notes, review log entries), and graves and sanity check counts.

Rows arrive as lists in the column order of schema 11. A sync can bring tens of thousands, so one
expression passes an ordinary row, and only a row that fails it is checked column by column.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from ..faults import Invalid
from .values import (
    I32_MAX,
    I32_MIN,
    I64_MAX,
    I64_MIN,
    U8_MAX,
    U16_MAX,
    U32_MAX,
    Check,
    Wrong,
    check_json,
    i32,
    i64,
    integer,
    is_text,
    list_of,
    number_or_digits,
    row_of,
    text,
    truncate,
    truncate_i32,
    truncate_u32,
    u8,
    u16,
    u32,
)

Row = tuple[Any, ...]


def _review_kind(value: Any) -> int:
    """Return the kind of a review; one that Anki does not know counts as learning."""
    if type(value) is int and 0 <= value <= 5:
        return value
    check_json(value)
    return 0


CARD_COLUMNS: dict[str, Check] = {
    "id": i64,
    "nid": i64,
    "did": i64,
    "ord": u16,
    "mod": truncate,
    "usn": i32,
    "type": integer(0, 3),
    "queue": integer(-3, 4),
    "due": truncate_i32,
    "ivl": truncate_u32,
    "factor": u16,
    "reps": u32,
    "lapses": u32,
    "left": u32,
    "odue": truncate_i32,
    "odid": i64,
    "flags": u8,
    "data": text,
}
NOTE_COLUMNS: dict[str, Check] = {
    "id": i64,
    "guid": text,
    "mid": i64,
    "mod": i64,
    "usn": i32,
    "tags": text,
    "flds": text,
    "sfld": text,
    "csum": text,
    "flags": u32,
    "data": text,
}
REVLOG_COLUMNS: dict[str, Check] = {
    "id": i64,
    "cid": i64,
    "usn": i32,
    "ease": u8,
    "ivl": truncate_i32,
    "lastIvl": truncate_i32,
    "factor": truncate_u32,
    "time": truncate_u32,
    "type": _review_kind,
}

IDEOGRAPHIC_SPACE = "\u3000"
_INTEGERS = frozenset((int,))
_NOTE_TYPES = [int, str, int, int, int, str, str, str, str, int, str]


class Graves(NamedTuple):
    """Ids of deleted objects."""

    cards: list[int]
    notes: list[int]
    decks: list[int]


class SanityCounts(NamedTuple):
    """A client's counts in `sanityCheck2`, without due counts, which nobody compares."""

    cards: int
    notes: int
    revlog: int
    graves: int
    note_types: int
    decks: int
    presets: int


def card(row: Any) -> Row:
    """Return a card as a row of `cards`, with the usn it came with. Raises Invalid."""
    if type(row) is list and len(row) == 18 and _INTEGERS.issuperset(map(type, row[:17])):
        (id_, nid, did, ord_, mod, usn, type_, queue, due, ivl, factor, *_) = row
        (reps, lapses, left, odue, odid, flags, data) = row[11:]
        if (
            0 <= ord_ <= U16_MAX
            and 0 <= type_ <= 3
            and -3 <= queue <= 4
            and 0 <= factor <= U16_MAX
            and 0 <= flags <= U8_MAX
            and I32_MIN <= usn <= I32_MAX
            and I32_MIN <= due <= I32_MAX
            and I32_MIN <= odue <= I32_MAX
            and 0 <= ivl <= U32_MAX
            and 0 <= reps <= U32_MAX
            and 0 <= lapses <= U32_MAX
            and 0 <= left <= U32_MAX
            and I64_MIN <= id_ <= I64_MAX
            and I64_MIN <= nid <= I64_MAX
            and I64_MIN <= did <= I64_MAX
            and I64_MIN <= mod <= I64_MAX
            and I64_MIN <= odid <= I64_MAX
            and is_text(data)
        ):
            return tuple(row)
    return _check_each("card", row, CARD_COLUMNS)


def note(row: Any) -> Row:
    """Return a note as a row of `notes`, with the usn it came with. Raises Invalid.

    The caller computes `sfld` and `csum` (clients send "" for both); `flags` and `data` are 0 and
    "", as Anki stores them. That the note type exists and has as many fields is not checked here.
    """
    kept = row if _is_ordinary_note(row) else _check_each("note", row, NOTE_COLUMNS)
    return (*kept[:5], _tags(kept[5]), *kept[6:9], 0, "")


def _is_ordinary_note(row: Any) -> bool:
    if type(row) is not list or list(map(type, row)) != _NOTE_TYPES:
        return False
    id_, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data = row
    return (
        I64_MIN <= id_ <= I64_MAX
        and I64_MIN <= mid <= I64_MAX
        and I64_MIN <= mod <= I64_MAX
        and I32_MIN <= usn <= I32_MAX
        and 0 <= flags <= U32_MAX
        and is_text("".join((guid, tags, flds, sfld, csum, data)))
    )


def _tags(tags: str) -> str:
    """Return the tags as Anki stores them: its search needs a space around each one."""
    names = [name for name in tags.replace(IDEOGRAPHIC_SPACE, " ").split(" ") if name]
    return f" {' '.join(names)} " if names else ""


def revlog(row: Any) -> Row:
    """Return a review log entry as a row of `revlog`, with the usn it came with. Raises Invalid."""
    if type(row) is list and len(row) == 9 and _INTEGERS.issuperset(map(type, row)):
        id_, cid, usn, ease, ivl, last_ivl, factor, time, type_ = row
        if (
            0 <= ease <= U8_MAX
            and 0 <= type_ <= 5
            and I32_MIN <= usn <= I32_MAX
            and I32_MIN <= ivl <= I32_MAX
            and I32_MIN <= last_ivl <= I32_MAX
            and 0 <= factor <= U32_MAX
            and 0 <= time <= U32_MAX
            and I64_MIN <= id_ <= I64_MAX
            and I64_MIN <= cid <= I64_MAX
        ):
            return tuple(row)
    if type(row) is list and len(row) == 8:
        row = [*row, 0]  # the type may be missing
    return _check_each("review", row, REVLOG_COLUMNS)


def _check_each(kind: str, row: Any, columns: dict[str, Check]) -> Row:
    if type(row) is not list or len(row) != len(columns):
        raise Invalid(f"{kind}: must be a list of {len(columns)} values")
    kept = []
    for value, (column, check) in zip(row, columns.items()):
        try:
            kept.append(check(value))
        except Wrong as wrong:
            raise Invalid(f"{kind} {row[0]!r:.40}: {column} {wrong.reason}") from None
    return tuple(kept)


def graves(obj: Any) -> Graves:
    """Return the ids in `applyGraves`. Raises Invalid."""
    return _graves(obj, list_of(i64))


def graves_at_start(obj: Any) -> Graves:
    """Return the ids of deletions that old clients send inside `start`. Raises Invalid.

    Null means none; one kind of old client (AnkiMobile) sends every id as a string.
    """
    if obj is None:
        return Graves([], [], [])
    try:
        return _graves(obj, list_of(i64))
    except Invalid:
        return _graves(obj, list_of(_digits))


def _digits(value: Any) -> int:
    if type(value) is not str:
        raise Wrong("must be text")
    number: int = number_or_digits(i64)(value)
    return number


def _graves(obj: Any, check: Check) -> Graves:
    if type(obj) is not dict:
        raise Invalid("graves: must be an object")
    ids = []
    for kind in Graves._fields:
        try:
            ids.append(check(obj.get(kind)))
        except Wrong as wrong:
            raise Invalid(f"graves: {kind}{wrong.place} {wrong.reason}") from None
    return Graves(*ids)


_counts = row_of(row_of(u32, u32, u32), u32, u32, u32, u32, u32, u32, u32)


def sanity_counts(obj: Any) -> SanityCounts:
    """Return the counts in `sanityCheck2`. Raises Invalid."""
    try:
        return SanityCounts(*_counts(obj)[1:])
    except Wrong as wrong:
        raise Invalid(f"sanity counts: {wrong}") from None
