"""Turn a protobuf message of schema 18 into the keys of a schema-11 JSON object.

A `MessageLayout` describes a message: field number -> JSON key and `Codec`. The codecs know what
proto3 and Anki's JSON writer do: what an absent field means, to how many bits a number is
truncated, how a 32-bit float is printed.

Source: Anki's proto/anki/*.proto and rslib/src/{notetype,decks,deckconfig}/schema11.rs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..schema11 import strict_json
from ..schema11.findings import Location
from . import protobuf
from .codecs import MISSING, Codec, Unusable

# In this field each stored message keeps, as JSON, the keys that the client did not know.
OTHER = 255


@dataclass(frozen=True)
class Spec:
    """Where a field goes: a JSON ``key`` at the top level of the object, or inside a ``group``."""

    key: str
    codec: Codec
    group: str = ""


@dataclass(frozen=True)
class MessageLayout:
    """The known fields of one message, and whether it has the field `OTHER`."""

    specs: Mapping[int, Spec]
    has_other: bool = True

    def keys(self, group: str = "") -> frozenset[str]:
        return frozenset(spec.key for spec in self.specs.values() if spec.group == group)


@dataclass(frozen=True)
class Message:
    """A decoded message: the value of every known field by number, and the keys of ``other``."""

    layout: MessageLayout
    values: dict[int, Any]
    other: Mapping[str, Any]

    def known(self, group: str = "") -> dict[str, Any]:
        """Return the known keys at the top level of the object, or inside ``group``."""
        return {
            spec.key: self.values[number]
            for number, spec in self.layout.specs.items()
            if spec.group == group
        }


def without(other: Mapping[str, Any], *taken: frozenset[str]) -> dict[str, Any]:
    """Return the keys of ``other`` that are not in ``taken``."""
    return {key: value for key, value in other.items() if not any(key in keys for keys in taken)}


def read_message(
    layout: MessageLayout, data: bytes, location: Location, other: Mapping[str, Any] | None = None
) -> Message:
    """Decode one message; ``other`` is that of the object, for a message without its own.

    Raises ConversionError if it is not protobuf or a known field has another wire type.
    """
    occurrences = _gather(data, location)
    if layout.has_other:
        other = _read_other(occurrences.pop(OTHER, []), location)
    other = other or {}
    values = {}
    for number, spec in layout.specs.items():
        value = MISSING
        if number in occurrences:
            value = _read_field(spec, occurrences.pop(number), location)
        if value is MISSING:
            value = _from_other(spec, other, location)
        values[number] = spec.codec.finish(value)
    for number in occurrences:
        location.note(f"field {number}")
    return Message(layout, values, other)


def _gather(data: bytes, location: Location) -> dict[int, list[protobuf.WireField]]:
    occurrences: dict[int, list[protobuf.WireField]] = {}
    try:
        for item in protobuf.fields(data):
            occurrences.setdefault(item.number, []).append(item)
    except protobuf.MalformedMessage as error:
        raise location.fail(error) from error
    return occurrences


def _read_field(spec: Spec, occurrences: list[protobuf.WireField], location: Location) -> Any:
    """Return the field's value; MISSING if it is well-formed but cannot be used."""
    wrong = {item.wire for item in occurrences} - spec.codec.wires
    if wrong:
        raise location.fail(f"{spec.key}: wire type {min(wrong)}")
    try:
        value = spec.codec.read(occurrences, location.inside(spec.key))
    except protobuf.MalformedMessage as error:
        raise location.fail(f"{spec.key}: {error}") from error
    except UnicodeDecodeError as error:
        raise location.fail(f"{spec.key}: not UTF-8 at byte {error.start}") from error
    if isinstance(value, Unusable):
        location.note(f"{spec.key}: {value.reason}")
        return MISSING
    return value


def _from_other(spec: Spec, other: Mapping[str, Any], location: Location) -> Any:
    """Return the value of an absent field.

    A client too old for the field, if it receives the key in a sync, keeps it in ``other``. Anki
    drops it when it converts to schema 11, and a newer client then loses a setting; we use it.
    """
    if not spec.group and spec.key in other:
        value = other[spec.key]
        # Anki writes null for what is not set: a deck's own limit or retention
        if spec.codec.accepts(value) or (value is None and spec.codec.absent is None):
            return value
        location.note(f"{spec.key} in other: {str(value)[:50]!r}")
    return spec.codec.absent


def _read_other(occurrences: list[protobuf.WireField], location: Location) -> dict[str, Any]:
    texts = [item.value for item in occurrences if isinstance(item.value, bytes)]
    if any(item.wire != protobuf.BYTES for item in occurrences):
        raise location.fail("other: wire type is not that of bytes")
    if not texts or not texts[-1]:
        return {}
    try:
        value = strict_json.parse(texts[-1].decode("utf-8"))
    except ValueError as error:
        # Anki reads such a field as empty, so the client can use the object; just note the loss
        location.note(f"other: {error}")
        return {}
    if not isinstance(value, dict):
        location.note("other: not a JSON object")
        return {}
    return value
