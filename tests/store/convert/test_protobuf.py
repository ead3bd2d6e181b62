"""The wire-format reader against Google's, and against input nobody should send."""

from __future__ import annotations

import struct
from typing import Any

import pytest
from anki import deck_config_pb2
from google.protobuf.unknown_fields import UnknownFieldSet
from google.protobuf.wrappers_pb2 import BoolValue
from hypothesis import given
from hypothesis import strategies as st

from addon.store.convert.protobuf import (
    BYTES,
    FIXED32,
    FIXED64,
    GROUP,
    VARINT,
    MalformedMessage,
    WireField,
    fields,
    float_of,
    floats,
    signed,
    varints,
)

Preset = deck_config_pb2.DeckConfig.Config


def test_fields_of_every_wire_type_are_read_in_order() -> None:
    data = b"\x08\x96\x01\x11" + bytes(range(8)) + b"\x1a\x02hi\x25\x01\x00\x00\x80"
    assert list(fields(data + b"\x08\x01")) == [
        WireField(1, VARINT, 150),
        WireField(2, FIXED64, 0x0706050403020100),
        WireField(3, BYTES, b"hi"),
        WireField(4, FIXED32, 0x80000001),
        WireField(1, VARINT, 1),
    ]


def test_a_group_is_one_field_with_its_content() -> None:
    nested = b"\x13\x08\x01\x14"
    assert list(fields(b"\x0b" + nested + b"\x0c\x10\x02")) == [
        WireField(1, GROUP, nested),
        WireField(2, VARINT, 2),
    ]


def test_an_empty_message_has_no_fields() -> None:
    assert list(fields(b"")) == []


@pytest.mark.parametrize(
    ("value", "bits", "expected"),
    [
        (2**64 - 1, 32, -1),
        (2**64 - 1, 64, -1),
        (2**31, 32, -(2**31)),
        (5, 32, 5),
        (2**63 - 1, 64, 2**63 - 1),
    ],
)
def test_negative_numbers_are_twos_complement(value: int, bits: int, expected: int) -> None:
    assert signed(value, bits) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"\x08",
        b"\x08\x80",
        b"\x08" + b"\xff" * 9 + b"\x02",
        b"\x08" + b"\xff" * 10,
        b"\x0a\x05hi",
        b"\x0a",
        b"\x0a" + b"\xff" * 9 + b"\x01",
        b"\x0d\x00\x00\x00",
        b"\x09" + b"\x00" * 7,
        b"\x00\x00",
        b"\x0e\x00",
        b"\x0f\x00",
        b"\x0c",
        b"\x0b",
        b"\x0b\x08",
        b"\x0b\x14",
        b"\x0b" * 5000,
        b"\xf8\xff\xff\xff\x1f\x00",
    ],
)
def test_malformed_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(MalformedMessage):
        list(fields(data))


def test_a_packed_list_must_be_whole() -> None:
    with pytest.raises(MalformedMessage):
        floats(b"\x00" * 5)
    with pytest.raises(MalformedMessage):
        list(varints(b"\x01\x80"))


@given(st.lists(st.integers(0, 2**32 - 1)), st.floats(width=32, allow_nan=False))
def test_packed_numbers_and_floats_are_read_as_google_writes_them(
    numbers: list[int], ease: float
) -> None:
    message = Preset(learn_steps=[ease, 1.5], initial_ease=ease or 1.0)
    found = {item.number: item.value for item in fields(message.SerializeToString())}
    packed, single = found[1], found[11]
    assert isinstance(packed, bytes)
    assert isinstance(single, int)
    assert floats(packed) == (ease, 1.5)
    assert float_of(single) == (ease or 1.0)
    assert list(varints(b"".join(_varint(number) for number in numbers))) == numbers


@given(st.binary(max_size=30))
def test_messages_are_read_as_by_google(data: bytes) -> None:
    """BoolValue knows field 1 alone: every other field is one it only keeps."""
    try:
        ours = [(item.number, item.wire) for item in fields(data)]
    except MalformedMessage:
        return
    message = BoolValue()
    message.ParseFromString(data)
    unknown: Any = UnknownFieldSet(message)
    theirs = [(item.field_number, item.wire_type) for item in unknown]
    assert theirs == [key for key in ours if key != (1, VARINT)]


def _varint(number: int) -> bytes:
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(encoded + struct.pack("B", number))
