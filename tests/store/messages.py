"""Random protobuf messages of Anki's own classes, for property tests."""

from __future__ import annotations

import json
from typing import Any

from anki import deck_config_pb2, decks_pb2, notetypes_pb2
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from hypothesis import strategies as st

NoteType: Any = notetypes_pb2.Notetype
Deck: Any = decks_pb2.Deck
Preset: Any = deck_config_pb2.DeckConfig.Config

_KIND = FieldDescriptor
_TEXT = st.text(max_size=5)
# Anki's JSON reader errs by one bit on some doubles of many digits; ours is exact.
_SHORT_FLOAT = st.integers(-(2**20), 2**20).map(lambda eighths: eighths / 8)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | _SHORT_FLOAT | _TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_TEXT, inner, max_size=2),
    max_leaves=4,
)
# No key of Anki's begins with "x": what it does with its own is tested one by one.
UNKNOWN_KEYS = st.dictionaries(_TEXT.map("x{}".format), _JSON, max_size=2)

_VALUES: dict[int, st.SearchStrategy[Any]] = {
    _KIND.TYPE_BOOL: st.booleans(),
    _KIND.TYPE_STRING: _TEXT,
    _KIND.TYPE_FLOAT: st.floats(0, 10, width=32)
    | st.floats(width=32, allow_nan=False, allow_infinity=False)
    | st.integers(0, 100).map(lambda percent: percent / 100),
    _KIND.TYPE_UINT32: st.integers(0, 40_000) | st.integers(0, 2**32 - 1),
    _KIND.TYPE_INT32: st.integers(-(2**31), 2**31 - 1),
    _KIND.TYPE_INT64: st.integers(-(2**63), 2**63 - 1),
    _KIND.TYPE_ENUM: st.integers(0, 13) | st.integers(-(2**31), 2**31 - 1),
}


@st.composite
def messages(draw: st.DrawFn, kind: type[Message]) -> Any:
    """Return a message with about half of its fields set, enums beyond the known ones included."""
    message: Any = kind()
    for field in kind.DESCRIPTOR.fields:
        if not draw(st.booleans()):
            continue
        if field.name == "other":
            message.other = json.dumps(draw(_other(kind))).encode()
        elif field.message_type is not None:
            descriptor: Any = field.message_type
            inner = messages(GetMessageClass(descriptor))
            if field.is_repeated:
                getattr(message, field.name).extend(draw(st.lists(inner, max_size=2)))
            else:
                getattr(message, field.name).CopyFrom(draw(inner))
        elif field.is_repeated:
            getattr(message, field.name).extend(draw(st.lists(_VALUES[field.type], max_size=3)))
        else:
            setattr(message, field.name, draw(_VALUES[field.type]))
    return message


@st.composite
def _other(draw: st.DrawFn, kind: type[Message]) -> dict[str, Any]:
    keys: dict[str, Any] = draw(UNKNOWN_KEYS)
    if kind is Preset:
        for group in draw(st.sets(st.sampled_from(["new", "rev", "lapse"]))):
            keys[group] = draw(UNKNOWN_KEYS)
    return keys


@st.composite
def deck_kinds(draw: st.DrawFn) -> Any:
    container = Deck.KindContainer()
    if draw(st.booleans()):
        container.normal.CopyFrom(draw(messages(Deck.Normal)))
    else:
        container.filtered.CopyFrom(draw(messages(Deck.Filtered)))
    return container


@st.composite
def damaged(draw: st.DrawFn, kind: type[Message]) -> bytes:
    """Return the bytes of a message with some of them overwritten, and now and then cut off."""
    data = bytearray(draw(messages(kind)).SerializeToString())
    for _ in range(draw(st.integers(1, 2)) if data else 0):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data[: draw(st.integers(0, len(data)) | st.just(len(data)))])
