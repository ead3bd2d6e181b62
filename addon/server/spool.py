"""Temporary files for request bodies whose sender is not known yet.

Clients of protocol versions 8 to 10 identify themselves inside the body, and those from 2.1.28 on
even after the data: anyone may send a whole collection before we know who it is.
"""

from __future__ import annotations

import contextlib
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from ..protocol.faults import TooLarge, Unavailable
from .disk_reserve import DiskReserve

_LOOK = 1024 * 1024  # bytes between two looks at the disk


class Spool:
    """Temporary files with a common limit: not even many clients at once can fill the disk."""

    def __init__(self, folder: Path, limit: int, disk: DiskReserve, in_memory: int = 0) -> None:
        """`limit` in bytes; a body of up to `in_memory` bytes needs no file, others room on `disk`.

        The files are made in `folder`, which is created if it is missing: the system's temporary
        folder may be in memory.
        """
        self._in_memory = in_memory
        self._disk = disk
        self._folder = folder
        self._left = limit
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def file(self, limit: int) -> Iterator[SpoolFile]:
        """Yield an empty file for at most `limit` bytes, and remove it afterwards."""
        # 1: to Python, 0 means that everything stays in memory
        size = max(1, self._in_memory)
        with tempfile.SpooledTemporaryFile(size, dir=str(self._folder)) as file:
            spooled = SpoolFile(cast(BinaryIO, file), limit, self)
            try:
                yield spooled
            finally:
                self.give_back(spooled.size)

    def take(self, before: int, size: int) -> None:
        """Reserve `size` bytes for a file with `before` bytes. Raises Unavailable if others have
        taken too many, or the disk is nearly full."""
        if before // _LOOK != (before + size) // _LOOK:
            self._disk.require()
        if before <= self._in_memory < before + size:
            self._folder.mkdir(parents=True, exist_ok=True)
        with self._lock:
            if size > self._left:
                raise Unavailable("too much is being received at once")
            self._left -= size

    def give_back(self, size: int) -> None:
        """Free `size` reserved bytes."""
        with self._lock:
            self._left += size


class SpoolFile:
    """A body that is received, then read."""

    def __init__(self, file: BinaryIO, limit: int, spool: Spool) -> None:
        self._file = file
        self._limit = limit
        self._spool = spool
        self.size = 0  # bytes

    def write(self, data: bytes) -> None:
        """Append `data`. Raises TooLarge and Unavailable."""
        if self.size + len(data) > self._limit:
            raise TooLarge(f"the body has more than {self._limit} bytes")
        self._spool.take(self.size, len(data))
        self.size += len(data)
        self._file.write(data)

    def blocks(self, size: int) -> Iterator[bytes]:
        """Yield all that was written, in pieces of `size` bytes."""
        self._file.seek(0)
        while block := self._file.read(size):
            yield block
