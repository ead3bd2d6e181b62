"""What a collection contains, in numbers to compare before one side replaces the other."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from ..sqlite_errors import wrap_decode_errors
from ..totals import Totals, count_totals


@dataclass(frozen=True)
class Summary:
    """Numbers of a collection; `modified` and `schema` in ms since 1970."""

    cards: int
    notes: int
    reviews: int
    modified: int
    schema: int
    """Stamp of the last one-way sync or schema change: two sides with different stamps cannot be
    merged (rslib/src/sync/collection/meta.rs)."""

    @property
    def totals(self) -> Totals:
        return Totals(self.cards, self.notes, self.reviews)


def summarize(path: Path) -> Summary | None:
    """Count what is committed in a collection file; return None if there is none.

    Raises sqlite3.Error if the file is not a collection or is in use.
    """
    if not path.exists() or not path.stat().st_size:
        return None
    # mode=rw does not create a file, but may roll back what a crash left
    opened = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)
    with wrap_decode_errors(), contextlib.closing(opened) as db:
        return count_in(db)


def count_in(db: sqlite3.Connection) -> Summary:
    """Count what is in an open collection. Raises sqlite3.Error if it is not one."""
    modified, schema = db.execute("select mod, scm from col").fetchone()
    return Summary(*count_totals(db), modified=modified, schema=schema)
