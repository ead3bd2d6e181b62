"""Read the small tables of an uploaded collection without trusting any column's type."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ..schema11.findings import Location


@contextmanager
def any_text(db: sqlite3.Connection) -> Iterator[None]:
    """Allow rows with broken UTF-8 to be read inside the block, so that `text` can name them."""
    before = db.text_factory
    db.text_factory = _decode
    try:
        yield
    finally:
        db.text_factory = before


def whole(value: Any, location: Location, column: str, bits: int = 64) -> int:
    """Return an integer column's value, which Anki reads into `bits` bits.

    Raises ConversionError.
    """
    if not isinstance(value, int):
        raise location.fail(f"{column} is {_type(value)}, not an integer")
    if not -(2 ** (bits - 1)) <= value < 2 ** (bits - 1):
        raise location.fail(f"{column} is wider than {bits} bits")
    return value


def text(value: Any, location: Location, column: str) -> str:
    """Return a text column's value. Raises ConversionError."""
    if not isinstance(value, str):
        raise location.fail(f"{column} is {_type(value)}, not text")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise location.fail(f"{column} is not UTF-8 at character {error.start}") from None
    return value


def blob(value: Any, location: Location, column: str) -> bytes:
    """Return a blob column's value. Raises ConversionError."""
    if not isinstance(value, bytes):
        raise location.fail(f"{column} is {_type(value)}, not a blob")
    return value


def stamped(
    db: sqlite3.Connection, table: str, noun: str, blobs: str, found: list[str]
) -> Iterator[tuple[Location, dict[str, Any], tuple[Any, ...]]]:
    """Yield the location, keys and blobs of each row of a table with id, name, mtime_secs and usn.

    Raises ConversionError.
    """
    rows = db.execute(f"select id, name, mtime_secs, usn, {blobs} from {table}")
    for row_id, name, mtime, usn, *rest in rows:
        location = Location(f"{noun} {row_id}", found)
        keys = {
            "id": whole(row_id, location, "id"),
            "name": text(name, location, "name"),
            "mod": whole(mtime, location, "mtime_secs"),
            "usn": whole(usn, location, "usn", bits=32),
        }
        columns = zip(rest, blobs.split(", "))
        yield location, keys, tuple(blob(value, location, column) for value, column in columns)


def _decode(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _type(value: Any) -> str:
    return {type(None): "null", bytes: "a blob", str: "text", float: "a real"}.get(
        type(value), type(value).__name__
    )
