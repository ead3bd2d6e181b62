"""How a protobuf message of schema 18 becomes the keys of a schema-11 JSON object.

A message is described by a `Table`: field number -> JSON key and `Kind`. The kinds hold what proto3
and Anki's JSON writer agree on: what an absent field means, how wide a number is cut, how a 32-bit
float is printed.

Facts from Anki's proto/anki/*.proto and rslib/src/{notetype,decks,deckconfig}/schema11.rs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..schema11 import strict_json
from ..schema11.findings import Place
from . import protobuf
from .kinds import MISSING, Kind, Unusable

# Each stored message keeps, as JSON in this field, the keys that the writing client did not know.
OTHER = 255


@dataclass(frozen=True)
class Spec:
    """Where a field goes: JSON ``key`` at the top of the object, or with others in a ``group``."""

    key: str
    kind: Kind
    group: str = ""


@dataclass(frozen=True)
class Table:
    """The known fields of one message, and whether it has the field `OTHER`."""

    specs: Mapping[int, Spec]
    has_other: bool = True

    def keys(self, group: str = "") -> frozenset[str]:
        return frozenset(spec.key for spec in self.specs.values() if spec.group == group)


@dataclass(frozen=True)
class Message:
    """A decoded message: the value of every known field by number, and the keys of ``other``."""

    table: Table
    values: dict[int, Any]
    other: Mapping[str, Any]

    def known(self, group: str = "") -> dict[str, Any]:
        """Return the known keys that stand at the top of the object, or inside ``group``."""
        return {
            spec.key: self.values[number]
            for number, spec in self.table.specs.items()
            if spec.group == group
        }


def without(other: Mapping[str, Any], *taken: frozenset[str]) -> dict[str, Any]:
    """Return the keys of ``other`` that the object has no key of its own for."""
    return {key: value for key, value in other.items() if not any(key in keys for keys in taken)}


def read(
    table: Table, data: bytes, place: Place, other: Mapping[str, Any] | None = None
) -> Message:
    """Decode one message; ``other`` is that of the object when this message has none itself.

    Raises ConversionError when it is no protobuf or a known field is of another wire type.
    """
    occurrences = _gather(data, place)
    if table.has_other:
        other = _read_other(occurrences.pop(OTHER, []), place)
    other = other or {}
    values = {}
    for number, spec in table.specs.items():
        value = MISSING
        if number in occurrences:
            value = _read_field(spec, occurrences.pop(number), place)
        if value is MISSING:
            value = _from_other(spec, other, place)
        values[number] = spec.kind.finish(value)
    for number in occurrences:
        place.note(f"field {number}")
    return Message(table, values, other)


def _gather(data: bytes, place: Place) -> dict[int, list[protobuf.Field]]:
    occurrences: dict[int, list[protobuf.Field]] = {}
    try:
        for item in protobuf.fields(data):
            occurrences.setdefault(item.number, []).append(item)
    except protobuf.MalformedMessage as error:
        raise place.fail(error) from error
    return occurrences


def _read_field(spec: Spec, occurrences: list[protobuf.Field], place: Place) -> Any:
    """Return the field's value; MISSING when nothing can be made of a well-formed one."""
    wrong = {item.wire for item in occurrences} - spec.kind.wires
    if wrong:
        raise place.fail(f"{spec.key}: wire type {min(wrong)}")
    try:
        value = spec.kind.read(occurrences, place.inside(spec.key))
    except protobuf.MalformedMessage as error:
        raise place.fail(f"{spec.key}: {error}") from error
    except UnicodeDecodeError as error:
        raise place.fail(f"{spec.key}: not UTF-8 at byte {error.start}") from error
    if isinstance(value, Unusable):
        place.note(f"{spec.key}: {value.reason}")
        return MISSING
    return value


def _from_other(spec: Spec, other: Mapping[str, Any], place: Place) -> Any:
    """Return the value of an absent field.

    A client too old for the field, given the key by a sync, parks it in ``other``. Anki drops it
    there on the way down to schema 11; a newer client then loses a setting, so it is taken.
    """
    if not spec.group and spec.key in other:
        value = other[spec.key]
        # Anki writes null for what is not set: a limit or a retention of one deck
        if spec.kind.accepts(value) or (value is None and spec.kind.absent is None):
            return value
        place.note(f"{spec.key} in other: {str(value)[:50]!r}")
    return spec.kind.absent


def _read_other(occurrences: list[protobuf.Field], place: Place) -> dict[str, Any]:
    texts = [item.value for item in occurrences if isinstance(item.value, bytes)]
    if any(item.wire != protobuf.BYTES for item in occurrences):
        raise place.fail("other: wire type is not that of bytes")
    if not texts or not texts[-1]:
        return {}
    try:
        value = strict_json.parse(texts[-1].decode("utf-8"))
    except ValueError as error:
        # Anki reads such a field as empty, so the client shows the object; only say that it is lost
        place.note(f"other: {error}")
        return {}
    if not isinstance(value, dict):
        place.note("other: no JSON object")
        return {}
    return value
