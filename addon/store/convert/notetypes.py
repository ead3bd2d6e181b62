"""Note types: the tables notetypes, fields and templates -> the objects of ``col.models``."""

from __future__ import annotations

import sqlite3
from typing import Any

from ..schema11.findings import Location
from .codecs import BOOL, I64, TEXT, U8, U16, U16S, U32, each, enum, optional, original
from .fields import Message, MessageLayout, Spec, read_message, without
from .rows import blob, stamped, text, whole

_REQUIREMENT_KINDS = ("none", "any", "all")
_HIGHEST_STOCK_KIND = 6

_REQUIREMENT = MessageLayout(
    {
        1: Spec("card_ord", U16),
        2: Spec("kind", enum(2, unknown=0)),
        3: Spec("field_ords", U16S),
    },
    has_other=False,
)


def _requirement(data: bytes, location: Location) -> list[Any]:
    values = read_message(_REQUIREMENT, data, location).values
    return [values[1], _REQUIREMENT_KINDS[values[2]], values[3]]


_NOTE_TYPE = MessageLayout(
    {
        1: Spec("type", original(enum(1, unknown=0))),
        2: Spec("sortf", original(U16)),
        3: Spec("css", original(TEXT)),
        4: Spec("did", original(I64, lambda deck: deck or None)),
        5: Spec("latexPre", original(TEXT)),
        6: Spec("latexPost", original(TEXT)),
        7: Spec("latexsvg", BOOL),
        8: Spec("req", each(_requirement)),
        9: Spec("originalStockKind", enum(_HIGHEST_STOCK_KIND)),
        10: Spec("originalId", optional(I64)),
    }
)

_FIELD = MessageLayout(
    {
        1: Spec("sticky", original(BOOL)),
        2: Spec("rtl", original(BOOL)),
        3: Spec("font", original(TEXT)),
        4: Spec("size", original(U16)),
        5: Spec("description", TEXT),
        6: Spec("plainText", BOOL),
        7: Spec("collapsed", BOOL),
        8: Spec("excludeFromSearch", BOOL),
        9: Spec("id", optional(I64)),
        10: Spec("tag", optional(U32)),
        11: Spec("preventDeletion", BOOL),
    }
)

_TEMPLATE = MessageLayout(
    {
        1: Spec("qfmt", original(TEXT)),
        2: Spec("afmt", original(TEXT)),
        3: Spec("bqfmt", original(TEXT)),
        4: Spec("bafmt", original(TEXT)),
        5: Spec("did", original(I64, lambda deck: deck if deck > 0 else None)),
        6: Spec("bfont", TEXT),
        7: Spec("bsize", U8),
        8: Spec("id", optional(I64)),
    }
)


def note_types(db: sqlite3.Connection, found: list[str]) -> dict[str, Any]:
    """Return the note types by id, as in ``col.models``; add findings to ``found``.

    Fields and templates without a note type are left out, as in Anki. Raises ConversionError.
    """
    fields = _parts(db, "fields", _FIELD, found)
    templates = _parts(db, "templates", _TEMPLATE, found)
    objects = {}
    for location, keys, (config,) in stamped(db, "notetypes", "note type", "config", found):
        message = read_message(_NOTE_TYPE, config, location)
        known = _without_unset(message)
        parts = {"flds": fields.get(keys["id"], []), "tmpls": templates.get(keys["id"], [])}
        rest = without(message.other, _NOTE_TYPE.keys(), frozenset({*keys, *parts}))
        objects[str(keys["id"])] = {**keys, **known, **parts, **rest}
    return objects


def _without_unset(message: Message) -> dict[str, Any]:
    known = message.known()
    if known["originalStockKind"] == 0:
        del known["originalStockKind"]
    if known["originalId"] is None:
        del known["originalId"]
    return known


def _parts(
    db: sqlite3.Connection, name: str, layout: MessageLayout, found: list[str]
) -> dict[int, list[dict[str, Any]]]:
    """Return all fields or templates in order, by note type."""
    parts: dict[int, list[dict[str, Any]]] = {}
    for ntid, ord_, title, config in db.execute(
        f"select ntid, ord, name, config from {name} order by ntid, ord"
    ):
        location = Location(f"note type {ntid} {name[:-1]} {ord_}", found)
        message = read_message(layout, blob(config, location, "config"), location)
        part = {
            "name": text(title, location, "name"),
            "ord": whole(ord_, location, "ord") & 0xFFFF,
            **message.known(),
            **without(message.other, layout.keys(), frozenset({"name", "ord"})),
        }
        parts.setdefault(whole(ntid, location, "ntid"), []).append(part)
    return parts
