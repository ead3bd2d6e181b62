"""Check whether anything changed at all, without opening a file with SQLite."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from ..store.paths import UserFolder
from .desktop import Desktop, Stamps
from .outcome import Direction

# SQLite counts a file's transactions there (sqlite.org/fileformat, "File change counter").
_COUNTER = slice(24, 28)

Marks = tuple[Stamps, list[Any], Any]
"""The collection's stamps and file, and the counters of the store's files."""


class ChangeCheck:
    """Remembers the state of both sides when a merge found nothing to do; in memory only."""

    def __init__(self, folder: UserFolder) -> None:
        self._folder = folder
        self._marks: dict[Direction, Marks] = {}

    def nothing_changed(self, desktop: Desktop, direction: Direction) -> bool:
        """Return whether nothing has changed since `note`."""
        noted = self._marks.get(direction)
        return (
            noted is not None
            and not desktop.is_new_to(self._folder.root)
            and noted == self.look(desktop)
        )

    def note(self, desktop: Desktop, direction: Direction, quiet: bool) -> None:
        """Remember the current state if a merge was `quiet` (had nothing to do), else forget it."""
        marks = self.look(desktop) if quiet else None
        if marks is None:
            self._marks.pop(direction, None)
        else:
            self._marks[direction] = marks

    def look(self, desktop: Desktop) -> Marks | None:
        """Return what differs whenever either side has changed; None during a transaction."""
        files = [_count(path) for path in (self._folder.collection, self._folder.bridge)]
        if None in files:
            return None
        return desktop.stamps(), desktop.identity(), files


def _count(path: Path) -> tuple[int, bytes] | None:
    """Return the file's inode number and transaction counter; None during a transaction."""
    with contextlib.suppress(OSError):
        if path.with_name(f"{path.name}-journal").exists():
            return None
        with path.open("rb") as file:
            head = file.read(_COUNTER.stop)
        return path.stat().st_ino, head[_COUNTER]
    return None
