"""What Anki requires of a note type: its schema-11 structure (rslib/src/notetype/schema11.rs)."""

from __future__ import annotations

from typing import Any

from ..schema11.names import fold
from .values import (
    Check,
    Shape,
    Wrong,
    boolean,
    boolean_of_anything,
    i32,
    i64,
    integer,
    lenient,
    list_of,
    nonzero_id,
    optional,
    row_of,
    text,
    u8,
    u16,
    u32,
)


def _unique_names(check: Check) -> Check:
    """Require unique names of fields, or of templates, within a note type, ignoring case."""

    def checked(value: Any) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = check(value)
        names = set()
        for index, item in enumerate(items):
            name = fold(item["name"])
            if name in names:
                raise Wrong("is used twice", f"[{index}].name")
            names.add(name)
        return items

    return checked


def _requirement_kind(value: Any) -> str:
    if value not in ("any", "all", "none"):
        raise Wrong("must be any, all or none")
    return str(value)


_optional_i64 = lenient(optional(i64), None)
_lenient_bool = lenient(boolean, False)
_lenient_text = lenient(text, "")

_FIELD = Shape(
    {
        "name": text,
        "ord": optional(u16),
        "sticky": boolean_of_anything,
        "rtl": boolean_of_anything,
        "font": text,
        "size": u16,
        "description": _lenient_text,
        "plainText": _lenient_bool,
        "collapsed": _lenient_bool,
        "excludeFromSearch": _lenient_bool,
        "id": _optional_i64,
        "tag": lenient(optional(u32), None),
        "preventDeletion": _lenient_bool,
    },
    needed="name sticky rtl font size",
)
_TEMPLATE = Shape(
    {
        "name": text,
        "ord": optional(u16),
        "qfmt": text,
        "afmt": text,
        "bqfmt": text,
        "bafmt": text,
        "did": _optional_i64,
        "bfont": _lenient_text,
        "bsize": lenient(u8, 0),
        "id": _optional_i64,
    },
    needed="name qfmt",
)
NOTE_TYPE = Shape(
    {
        "id": nonzero_id,
        "name": text,
        "type": integer(0, 1),
        "mod": i64,
        "usn": i32,
        "sortf": u16,
        "did": _optional_i64,
        "tmpls": _unique_names(list_of(_TEMPLATE)),
        "flds": _unique_names(list_of(_FIELD)),
        "css": _lenient_text,
        "latexPre": text,
        "latexPost": text,
        "latexsvg": _lenient_bool,
        "req": lenient(list_of(row_of(u16, _requirement_kind, list_of(u16))), []),
        "originalStockKind": i32,
        "originalId": optional(i64),
    },
    needed="id name type mod usn sortf did tmpls flds css",
)
