"""How much a collection holds, in the numbers that people are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3


class Totals(NamedTuple):
    """How much a collection holds."""

    cards: int
    notes: int
    reviews: int


def count_totals(db: sqlite3.Connection) -> Totals:
    """Count what a collection of schema 11 or 18 holds. Raises sqlite3.Error."""
    tables = ("cards", "notes", "revlog")
    return Totals(*(db.execute(f"select count() from {table}").fetchone()[0] for table in tables))
