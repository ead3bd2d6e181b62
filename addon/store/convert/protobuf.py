"""Read the protobuf wire format without a schema: bytes in, numbered fields out.

In schema 18 Anki keeps the details of note types, decks and presets as protobuf messages. A reader
generated from Anki's own ``.proto`` files would silently skip each field that a newer client added;
this one yields every field, so that the caller notices those it does not know.

Source: https://protobuf.dev/programming-guides/encoding/
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

VARINT = 0
FIXED64 = 1
BYTES = 2
GROUP = 3
_END_OF_GROUP = 4
FIXED32 = 5

_MAX_FIELD_NUMBER = 2**29 - 1
# The limit of prost, Anki's protobuf library: no client can have written what it refuses.
_MAX_GROUP_DEPTH = 100


class MalformedMessage(ValueError):
    """The bytes are not a protobuf message. The message says what is wrong, at which byte."""


class WireField(NamedTuple):
    """One field as it is on the wire; a repeated field occurs several times.

    ``value`` is an unsigned 64-bit int for VARINT and FIXED64, an unsigned 32-bit int for FIXED32,
    and the raw content for BYTES and GROUP.
    """

    number: int
    wire: int
    value: int | bytes


def fields(data: bytes) -> Iterator[WireField]:
    """Yield the fields of one message, in wire order. Raises MalformedMessage."""
    position = 0
    while position < len(data):
        field, position = _field(data, position)
        yield field


def varints(packed: bytes) -> Iterator[int]:
    """Yield the unsigned 64-bit ints of a packed repeated field. Raises MalformedMessage."""
    position = 0
    while position < len(packed):
        value, position = _varint(packed, position)
        yield value


def floats(packed: bytes) -> tuple[float, ...]:
    """Return the 32-bit floats of a packed repeated field. Raises MalformedMessage."""
    if len(packed) % 4:
        raise MalformedMessage(f"{len(packed)} bytes are not a list of 32-bit floats")
    return struct.unpack(f"<{len(packed) // 4}f", packed)


def float_of(fixed32: int) -> float:
    """Return the 32-bit float that a FIXED32 field holds."""
    (value,) = struct.unpack("<f", fixed32.to_bytes(4, "little"))
    return float(value)


def signed(value: int, bits: int) -> int:
    """Return the low ``bits`` of a varint as a two's complement number (int32, int64, enum)."""
    value &= (1 << bits) - 1
    return value - (1 << bits) if value >> (bits - 1) else value


def _field(data: bytes, start: int) -> tuple[WireField, int]:
    number, wire, position = _key(data, start)
    if wire == VARINT:
        value, position = _varint(data, position)
        return WireField(number, wire, value), position
    if wire in (FIXED32, FIXED64):
        raw, position = _take(data, position, 4 if wire == FIXED32 else 8)
        return WireField(number, wire, int.from_bytes(raw, "little")), position
    if wire == BYTES:
        size, position = _varint(data, position)
        raw, position = _take(data, position, size)
        return WireField(number, wire, raw), position
    if wire == GROUP:
        content_end, end = _end_of_group(data, number, position)
        return WireField(number, wire, data[position:content_end]), end
    raise MalformedMessage(f"end of a group without a start, at byte {start}")


def _key(data: bytes, start: int) -> tuple[int, int, int]:
    key, position = _varint(data, start)
    number, wire = key >> 3, key & 7
    if not 1 <= number <= _MAX_FIELD_NUMBER:
        raise MalformedMessage(f"field number {number} at byte {start}")
    if wire > FIXED32:
        raise MalformedMessage(f"wire type {wire} at byte {start}")
    return number, wire, position


def _end_of_group(data: bytes, number: int, position: int) -> tuple[int, int]:
    """Return where a group's content ends and where the message continues."""
    still_open = [number]
    while still_open:
        if position >= len(data):
            raise MalformedMessage(f"group {number} never ends")
        inner, wire, after_key = _key(data, position)
        if wire == GROUP:
            if len(still_open) >= _MAX_GROUP_DEPTH:
                raise MalformedMessage(f"groups nested deeper than {_MAX_GROUP_DEPTH}")
            still_open.append(inner)
            position = after_key
        elif wire == _END_OF_GROUP:
            if still_open.pop() != inner:
                raise MalformedMessage(f"group {number} ended as group {inner}")
            content_end, position = position, after_key
        else:
            _, position = _field(data, position)
    return content_end, position


def _take(data: bytes, position: int, size: int) -> tuple[bytes, int]:
    end = position + size
    if end > len(data):
        raise MalformedMessage(f"{size} bytes expected at byte {position} of {len(data)}")
    return data[position:end], end


def _varint(data: bytes, start: int) -> tuple[int, int]:
    value = 0
    for offset in range(10):
        position = start + offset
        if position >= len(data):
            raise MalformedMessage(f"number truncated at byte {position}")
        byte = data[position]
        value |= (byte & 0x7F) << (7 * offset)
        if byte < 0x80:
            if value >= 2**64:
                raise MalformedMessage(f"number wider than 64 bits at byte {start}")
            return value, position + 1
    raise MalformedMessage(f"number longer than 10 bytes at byte {start}")
