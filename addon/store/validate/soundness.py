"""Check that a foreign file is sound, before any other statement reads it."""

from __future__ import annotations

import re
import sqlite3

from ..faults import Invalid

# SQLite's message if it has to sort by a collation that this connection lacks.
_UNKNOWN = re.compile(r"no such collation sequence: (\w+)\Z")
_MAX_UNKNOWN = 20  # such collations in one file


def require_sound(db: sqlite3.Connection) -> frozenset[str]:
    """Check a file with `PRAGMA quick_check`; return the names of its unknown collations.

    Anki opens such a file, so it is not refused. But SQLite cannot even check an index with an
    unknown collation, so until `db` is closed it sorts by bytes instead, which `quick_check`
    accepts. What uses such a collation must be dropped (`drop_active_content`). Raises Invalid and
    sqlite3.Error.
    """
    unknown: set[str] = set()
    while True:
        try:
            (verdict,) = db.execute("pragma quick_check(1)").fetchone()
        except sqlite3.OperationalError as error:
            missing = _UNKNOWN.match(str(error))
            if missing is None or len(unknown) == _MAX_UNKNOWN:
                raise
            unknown.add(missing.group(1).lower())
            db.create_collation(missing.group(1), _by_bytes)
            continue
        if verdict != "ok":
            raise Invalid(verdict)
        return frozenset(unknown)


def _by_bytes(left: str, right: str) -> int:
    return (left > right) - (left < right)
