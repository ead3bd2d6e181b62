"""Some of the disk stays free: what devices send is refused before the disk is full.

A full disk would stop more than the sync that filled it: Anki's own collection may be on it too.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..protocol.faults import Unavailable

_MIB = 1024 * 1024
_EVERY = 8 * _MIB  # bytes between two looks at the disk
_SHARE = 20  # a small disk keeps a twentieth at most


class NoRoom(Unavailable):
    """The disk is nearly full. `sentence` is for the person whose device wanted to send."""

    def __init__(self, free: int) -> None:
        super().__init__(f"the server's disk is nearly full: {free // _MIB} MiB are left")
        self.sentence = (
            f"The server's disk is nearly full: only {free // _MIB} MiB are left. Nothing was"
            " stored. Please make room there, then sync again."
        )


class DiskReserve:
    """Keeps `reserve` bytes free on the disk that holds `folder`."""

    def __init__(self, folder: Path, reserve: int) -> None:
        self._folder = folder
        self._reserve = reserve

    def require(self, size: int = 0) -> None:
        """Raise NoRoom if `size` bytes more would leave too little."""
        with contextlib.suppress(OSError):  # no such folder yet, or a system that does not tell
            disk = shutil.disk_usage(self._folder)
            if disk.free - size < min(self._reserve, disk.total // _SHARE):
                raise NoRoom(disk.free)

    def guard(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        """Pass on what is being written to the disk. Raises NoRoom, also before the first block."""
        self.require()
        unseen = 0
        for block in blocks:
            yield block
            unseen += len(block)
            if unseen >= _EVERY:
                self.require()
                unseen = 0
