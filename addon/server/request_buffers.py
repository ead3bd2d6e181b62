"""Where request bodies are kept while they are received and read, with limits for all together."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..protocol import jsontext
from ..protocol.json_cost import JsonCost, measured
from .disk_reserve import DiskReserve
from .limits import KIB, Bound, Limits
from .memory_budget import MemoryBudget
from .spool import Spool


class RequestBuffers:
    """The temporary files and the memory that all requests share."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        """`folder` is for bodies that do not stay in memory."""
        # lowering one of the limits must not lower the others
        most = max(limits.collection, limits.media_zip, limits.json)
        disk = DiskReserve(folder, limits.reserve)
        self.forms = Spool(folder, most, disk, in_memory=64 * KIB)  # perhaps not from a user
        self.texts = Spool(folder, 2 * limits.json, disk, in_memory=512 * KIB)
        self.memory = MemoryBudget(limits.memory, limits.lock)


@dataclass(frozen=True)
class JsonReader:
    """Reads the JSON of one request. `held` frees its memory when the request is over."""

    buffers: RequestBuffers
    bound: Bound
    held: contextlib.ExitStack

    def read(self, blocks: Iterator[bytes]) -> Any:
        """Parse a JSON value. Raises BadRequest, TooLarge and Unavailable.

        Unless it is a single block, as mostly, it is received into a file, so that a large one does
        not wait for its turn in memory.
        """
        cost = JsonCost()
        counted = measured(blocks, cost, self.bound.values)
        text = next(counted, b"")
        second = next(counted, b"")
        if not second:
            self._reserve(cost)
            return jsontext.parse_request(text)
        with self.buffers.texts.file(self.bound.size) as file:
            for block in itertools.chain((text, second), counted):
                file.write(block)
            self._reserve(cost)
            text = b"".join(file.blocks(max(1, file.size)))
        return jsontext.parse_request(text)

    def _reserve(self, cost: JsonCost) -> None:
        self.held.enter_context(self.buffers.memory.reserve(cost.memory))
