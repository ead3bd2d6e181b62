"""Where bodies go while they are received and read: bounded for each, and for all together."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..protocol import jsontext
from ..protocol.json_cost import JsonCost, measured
from .limits import KIB, Bound, Limits
from .memory_budget import MemoryBudget
from .spool import Spool


class RequestBuffers:
    """What all requests share."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        """`folder` is where files are made that do not stay in memory."""
        # whoever lowers one of the limits must not lower the others
        most = max(limits.collection, limits.media_zip, limits.json)
        self.forms = Spool(folder, most, in_memory=64 * KIB)  # of strangers, perhaps
        self.texts = Spool(folder, 2 * limits.json, in_memory=512 * KIB)
        self.memory = MemoryBudget(limits.memory, limits.lock)


@dataclass(frozen=True)
class JsonReader:
    """Reads the JSON of one request, whose memory `held` frees when the request is over."""

    buffers: RequestBuffers
    bound: Bound
    held: contextlib.ExitStack

    def read(self, blocks: Iterator[bytes]) -> Any:
        """The value; `BadRequest`, `TooLarge`, `Unavailable`.

        Received in a file, so that what is large waits for its turn outside of memory."""
        cost = JsonCost()
        with self.buffers.texts.file(self.bound.size) as file:
            for block in measured(blocks, cost, self.bound.values):
                file.write(block)
            self.held.enter_context(self.buffers.memory.reserve(cost.memory))
            text = b"".join(file.blocks(max(1, file.size)))
        return jsontext.parse_request(text)
