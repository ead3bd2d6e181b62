"""The collation that Anki's schema-18 tables are declared with."""

from __future__ import annotations

import sqlite3

from .names import fold


def register_collations(db: sqlite3.Connection) -> None:
    """Add ``unicase`` to a connection; without it SQLite cannot read Anki's newer tables.

    Anki compares by Unicode case folding, as the Rust crate unicase implements it.
    """
    db.create_collation("unicase", _unicase)


def _unicase(left: str, right: str) -> int:
    a, b = fold(left), fold(right)
    return (a > b) - (a < b)
