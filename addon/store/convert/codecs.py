"""The codecs of protobuf fields in Anki's messages, and what each means in schema-11 JSON."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..schema11.findings import Location
from . import protobuf
from .protobuf import BYTES, FIXED32, VARINT

_MAX_U32 = 2**32 - 1
_MAX_FLOAT = 3.4028235677973366e38  # rounds to infinity from here on

MISSING: Any = object()


@dataclass(frozen=True)
class Unusable:
    """What `Codec.read` returns for a well-formed value that must not get into a collection."""

    reason: str


@dataclass(frozen=True)
class Codec:
    """How one field is read and written.

    ``wires``    wire types it may have; anything else is malformed
    ``read``     its occurrences on the wire and a location for findings -> value, or Unusable
    ``absent``   value if it is not on the wire (proto3's default, not that of the JSON)
    ``accepts``  whether a value found in ``other`` may be used for an absent field: if Anki's JSON
                 reader accepts it, since an object that it rejects breaks every client
    ``finish``   the last step from any of these to JSON
    """

    wires: frozenset[int]
    read: Callable[[Sequence[protobuf.WireField], Location], Any]
    absent: Any
    accepts: Callable[[Any], bool]
    finish: Callable[[Any], Any] = lambda value: value


def optional(codec: Codec) -> Codec:
    """Return the codec of a field declared ``optional``: null when absent."""
    return replace(
        codec, absent=None, finish=lambda value: None if value is None else codec.finish(value)
    )


def within(codec: Codec, low: float, high: float, default: float) -> Codec:
    """Return a codec whose numbers become ``default`` outside low..high, even if absent."""
    # Anki compares 32-bit floats: as one, 0.99 is greater than the double 0.99.
    lowest, highest = to_f32(low), to_f32(high)
    return replace(
        codec,
        finish=lambda value: codec.finish(value if lowest <= value <= highest else default),
    )


def original(codec: Codec, finish: Callable[[Any], Any] | None = None) -> Codec:
    """Return the codec of a key that every client knows: it is never kept in ``other``."""
    return replace(codec, accepts=lambda _value: False, finish=finish or codec.finish)


def shortest(value: float) -> float:
    """Return the double with the fewest digits that rounds to this 32-bit float, as Rust prints."""
    for digits in range(1, 10):
        candidate = float(f"{value:.{digits}g}")
        if to_f32(candidate) == value:
            return candidate
    return value


def to_f32(value: float) -> float:
    """Round to a 32-bit float; return infinity if it is too large for one."""
    if abs(value) >= _MAX_FLOAT:
        return math.copysign(math.inf, value)
    return float(struct.unpack("<f", struct.pack("<f", value))[0])


def is_whole(value: Any, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_float(value: Any) -> bool:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_number and abs(value) < _MAX_FLOAT


def _number(convert: Callable[[int], Any], absent: Any, accepts: Callable[[Any], bool]) -> Codec:
    return Codec(
        frozenset({VARINT}),
        lambda occurrences, _place: convert(_int_of(occurrences[-1])),
        absent,
        accepts,
    )


def _unsigned(bits: int) -> Codec:
    # Anki truncates its JSON to this width, whatever the protobuf field holds.
    mask = (1 << bits) - 1
    return _number(lambda raw: raw & mask, 0, lambda value: is_whole(value, 0, mask))


def _signed(bits: int) -> Codec:
    limit = 1 << (bits - 1)
    return _number(
        lambda raw: protobuf.signed(raw, bits), 0, lambda value: is_whole(value, -limit, limit - 1)
    )


def enum(highest: int, unknown: int | None = None) -> Codec:
    """Return the codec of an enum of 0..``highest``.

    A number beyond that is noted; it becomes ``unknown`` if Anki's JSON allows no other numbers,
    and otherwise stays.
    """

    def read(occurrences: Sequence[protobuf.WireField], location: Location) -> int:
        value = protobuf.signed(_int_of(occurrences[-1]), 32)
        if 0 <= value <= highest:
            return value
        location.note(f"value {value}")
        return value if unknown is None else unknown

    codec = _signed(32)
    accepts = codec.accepts if unknown is None else lambda value: is_whole(value, 0, highest)
    return replace(codec, read=read, accepts=accepts)


def _read_float(occurrences: Sequence[protobuf.WireField], _place: Location) -> Any:
    value = protobuf.float_of(_int_of(occurrences[-1]))
    # Anki prints null, and its own reader then refuses it, and the whole collection with it.
    return value if math.isfinite(value) else Unusable(f"value {value}")


def _read_floats(occurrences: Sequence[protobuf.WireField], _place: Location) -> Any:
    values: list[float] = []
    for item in occurrences:
        if isinstance(item.value, bytes):
            values.extend(protobuf.floats(item.value))
        else:
            values.append(protobuf.float_of(item.value))
    odd = [value for value in values if not math.isfinite(value)]
    return Unusable(f"value {odd[0]}") if odd else values


def _read_numbers(occurrences: Sequence[protobuf.WireField], _place: Location) -> list[int]:
    values: list[int] = []
    for item in occurrences:
        if isinstance(item.value, bytes):
            values.extend(protobuf.varints(item.value))
        else:
            values.append(item.value)
    return [value & 0xFFFF for value in values]


def _percent(fraction: float) -> int:
    """Truncate a 32-bit fraction to whole per cent as Anki does: 0.53 gives 52."""
    product = to_f32(fraction * 100.0)
    return int(min(max(product, 0.0), float(_MAX_U32)))


def _read_percent(occurrences: Sequence[protobuf.WireField], location: Location) -> Any:
    value = _read_float(occurrences, location)
    return value if isinstance(value, Unusable) else _percent(value)


def permille(fraction: float) -> int:
    """Truncate a 32-bit fraction to whole thousandths as Anki does: 1.312 gives 1311."""
    return int(to_f32(fraction * 1000.0))


def _int_of(item: protobuf.WireField) -> int:
    assert isinstance(item.value, int)  # its wire type was compared with Codec.wires
    return item.value


def _bytes_of(occurrences: Sequence[protobuf.WireField]) -> bytes:
    """Join the parts of an embedded message, which merges them, as protobuf requires."""
    return b"".join(item.value for item in occurrences if isinstance(item.value, bytes))


def joined(read: Callable[[bytes, Location], Any], accepts: Callable[[Any], bool]) -> Codec:
    """Return the codec of an optional embedded message."""
    return Codec(
        frozenset({BYTES}),
        lambda occurrences, location: read(_bytes_of(occurrences), location),
        None,
        accepts,
    )


def each(read: Callable[[bytes, Location], Any]) -> Codec:
    """Return the codec of a repeated embedded message: a list, never kept in ``other``."""
    return Codec(
        frozenset({BYTES}),
        lambda occurrences, location: [read(_bytes_of([item]), location) for item in occurrences],
        (),
        lambda _value: False,
        list,
    )


BOOL = _number(bool, False, lambda value: isinstance(value, bool))
U8 = _unsigned(8)
U16 = _unsigned(16)
U32 = _unsigned(32)
I32 = _signed(32)
I64 = _signed(64)
TEXT = Codec(
    frozenset({BYTES}),
    lambda occurrences, _place: _bytes_of(occurrences[-1:]).decode("utf-8"),
    "",
    lambda value: isinstance(value, str),
)
FLOAT = Codec(
    frozenset({FIXED32}), _read_float, 0.0, _is_float, lambda value: shortest(to_f32(value))
)
FLOATS = Codec(
    frozenset({FIXED32, BYTES}),
    _read_floats,
    (),
    lambda value: isinstance(value, list) and all(map(_is_float, value)),
    lambda values: [shortest(to_f32(value)) for value in values],
)
U16S = Codec(frozenset({VARINT, BYTES}), _read_numbers, (), lambda _value: False, list)
PERCENT = Codec(
    frozenset({FIXED32}), _read_percent, None, lambda value: is_whole(value, 0, _MAX_U32)
)
