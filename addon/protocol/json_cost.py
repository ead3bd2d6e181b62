"""Estimate how much memory JSON will take as Python objects, as it arrives and unparsed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .faults import TooLarge

# Outside strings, every value except the very first follows one of these.
_BEFORE_VALUES = b",:[{"
_OTHERS = bytes(set(range(256)) - set(b'"' + _BEFORE_VALUES))
# Bytes of a value in a list or an object, its share of the container included: an empty list takes
# 64, an object of one value 230 in older Pythons, and counts as three characters.
_VALUE = 128
_FOUR_BYTES = re.compile(rb"[\xf0-\xf7]|\\u[dD][89abAB]")


class JsonCost:
    """Estimate the memory of JSON block by block, at the speed of C and in little memory."""

    def __init__(self) -> None:
        self.size = 0  # bytes
        self.values = 0  # including the keys of objects
        self._inside = 0  # whether the previous block ended inside a string: 0 or 1
        self._rest = b""  # a backslash whose partner is in the next block
        self._width = 1  # bytes of a character: those of the widest one in its string

    def add(self, block: bytes) -> None:
        """Count another block."""
        self.size += len(block)
        if self._width < 4 and not (block.isascii() and b"\\u" not in block):
            self._width = 4 if _FOUR_BYTES.search(block) else max(2, self._width)
        block = self._rest + block
        ends = len(block) - len(block.rstrip(b"\\"))
        self._rest = block[len(block) - ends % 2 :]
        block = block[: len(block) - ends % 2]
        if b"\\" in block:  # pairs first: a quote after one ends its string
            block = block.replace(b"\\\\", b"").replace(b'\\"', b"")
        parts = block.translate(None, _OTHERS).split(b'"')
        self.values += sum(map(len, parts[self._inside :: 2]))
        self._inside = (self._inside + len(parts) - 1) % 2

    @property
    def memory(self) -> int:
        """The most bytes of memory that the text and its values can take together."""
        return self.size * (1 + self._width) + self.values * _VALUE


def measured(blocks: Iterable[bytes], cost: JsonCost, max_values: int) -> Iterator[bytes]:
    """Yield the blocks, counting each one first. Raises TooLarge beyond `max_values`."""
    for block in blocks:
        cost.add(block)
        if cost.values > max_values:
            raise TooLarge(f"the body holds more than {max_values} values")
        yield block
