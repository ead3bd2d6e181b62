"""Whether an SQLite error comes from the system or from the file that was opened.

Python's classes do not tell them apart. A full disk is an `OperationalError`, and so is a view in
an uploaded file that names a missing table.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

# By SQLite's result codes (sqlite.org/rescode.html): BUSY, NOMEM, INTERRUPT, IOERR, FULL, CANTOPEN.
# Not READONLY: a file's header can claim that, and we only open files that we can write.
_SYSTEM_ERRORS = {
    5: "database is locked",
    7: "out of memory",
    9: "interrupted",
    10: "disk I/O error",
    13: "database or disk is full",
    14: "unable to open database file",
}


def is_system_error(error: sqlite3.Error) -> bool:
    """Return whether our disk is full or broken, or another program is using the file.

    Any other error comes from what is in the file.
    """
    code: int | None = getattr(error, "sqlite_errorcode", None)  # since Python 3.11
    if code is None:
        # SQLite's own messages; one that quotes the file's content is longer
        return str(error) in _SYSTEM_ERRORS.values()
    return code & 0xFF in _SYSTEM_ERRORS


@contextmanager
def wrap_decode_errors() -> Iterator[None]:
    """Raise sqlite3.DatabaseError where SQLite quotes a damaged file, which Python cannot read."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise sqlite3.DatabaseError("malformed database schema, not even UTF-8") from error
