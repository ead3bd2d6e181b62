"""Check that a foreign file is sound, before any other statement reads it."""

from __future__ import annotations

import re
import sqlite3

from ..faults import Invalid

# What SQLite says where it would have to sort by a rule that this connection does not have.
_UNKNOWN = re.compile(r"no such collation sequence: (\w+)\Z")
_MOST = 20  # collations that one file may bring


def require_sound(db: sqlite3.Connection) -> frozenset[str]:
    """Check a file with `PRAGMA quick_check`; return the collations it names that nobody has.

    Anki opens such a file, so it is no fault. SQLite, though, cannot even check an index whose
    order it does not know: until `db` is closed, it sorts by bytes there, which `quick_check` does
    not mind. What needs such a collation must go (`drop_active_content`). Raises Invalid and
    sqlite3.Error.
    """
    unknown: set[str] = set()
    while True:
        try:
            (verdict,) = db.execute("pragma quick_check(1)").fetchone()
        except sqlite3.OperationalError as error:
            missing = _UNKNOWN.match(str(error))
            if missing is None or len(unknown) == _MOST:
                raise
            unknown.add(missing.group(1).lower())
            db.create_collation(missing.group(1), _by_bytes)
            continue
        if verdict != "ok":
            raise Invalid(verdict)
        return frozenset(unknown)


def _by_bytes(left: str, right: str) -> int:
    return (left > right) - (left < right)
