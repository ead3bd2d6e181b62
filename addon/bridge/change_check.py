"""Check whether anything changed at all, without opening a file with SQLite."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from ..store.paths import UserFolder
from ..store.transfer.stored import state_of
from .desktop import Desktop
from .outcome import Direction

Marks = tuple[Any, ...]
"""Of both sides at one moment; different whenever either side has changed since."""


class ChangeCheck:
    """Remembers the state of both sides when a merge found nothing to do; in memory only."""

    def __init__(self, folder: UserFolder) -> None:
        self._folder = folder
        self._marks: dict[Direction, Marks] = {}

    def nothing_changed(self, marks: Marks | None, direction: Direction) -> bool:
        """Return whether nothing has changed since `note`; `marks` are of now."""
        return marks is not None and self._marks.get(direction) == marks

    def note(self, marks: Marks | None, direction: Direction) -> None:
        """Remember the state in which a merge had nothing to do.

        `marks` are from before the merge: the collection may change while it looks.
        """
        if marks is not None:
            self._marks[direction] = marks

    def look(self, desktop: Desktop) -> Marks | None:
        """Return the marks of now; None during a transaction of the store."""
        files = [_state(path) for path in (self._folder.collection, self._folder.bridge)]
        if None in files:
            return None
        is_new = desktop.is_new_to(self._folder.root)
        return is_new, desktop.stamps(), desktop.rows_written(), desktop.identity(), files


def _state(path: Path) -> tuple[object, ...] | None:
    """Return what no two commits leave equal; None during a transaction."""
    with contextlib.suppress(OSError):
        if not path.with_name(f"{path.name}-journal").exists():
            return state_of(path)
    return None
