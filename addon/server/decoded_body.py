"""The decoded body of a request, which a step reads once."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from .request_buffers import JsonReader

# A body of up to this many bytes stays in memory; a larger one goes into a temporary file.
_SPOOL = 4 * 1024 * 1024


@dataclass(frozen=True)
class DecodedBody:
    """A decoded body. `blocks(limit)` yields its bytes, or raises a Fault."""

    blocks: Callable[[int], Iterator[bytes]]
    reader: JsonReader

    def json(self) -> Any:
        """Parse the body. Raises BadRequest, TooLarge and Unavailable."""
        return self.reader.read(self.blocks(self.reader.bound.size))

    def spooled(self, limit: int) -> BinaryIO:
        """Return the body as a file, at its start; the caller closes it."""
        file = tempfile.SpooledTemporaryFile(_SPOOL)  # noqa: SIM115 (handed to the caller)
        try:
            for block in self.blocks(limit):
                file.write(block)
            file.seek(0)
        except BaseException:
            file.close()
            raise
        return cast(BinaryIO, file)
