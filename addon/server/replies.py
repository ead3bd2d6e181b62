"""The forms that a step's reply can take; `envelope` puts them into a response."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO, Union


@dataclass(frozen=True)
class Json:
    """A reply in JSON. `afterwards` is called once it is sent, in the request's thread."""

    value: Any
    afterwards: Callable[[], None] | None = None


@dataclass(frozen=True)
class Text:
    """A reply in plain text."""

    text: str


@dataclass(frozen=True)
class File:
    """A reply streamed from a file, which is closed once it is sent. `size` in bytes."""

    file: BinaryIO
    size: int


Reply = Union[Json, Text, File]


def file_reply(file: BinaryIO) -> File:
    """Reply with the whole content of a file."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    return File(file, size)
