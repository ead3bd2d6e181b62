"""One stored collection: an SQLite file in schema 11, opened for one request or one session.

The file uses a rollback journal: it is then a single file, can be sent as it is (clients before
protocol 11 cannot read WAL), and SQLite recovers it after a crash.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ...protocol import jsontext
from .. import atomic, patient
from ..schema11 import schema
from ..schema11.collation import register_collations
from ..sqlite import open_durable
from .change_log import ChangeLog

# The JSON columns of `col`, by the name the protocol gives them.
NOTE_TYPES = "models"
DECKS = "decks"
PRESETS = "dconf"
TAGS = "tags"
CONFIG = "conf"

_CACHE = 16 * 1024  # KiB, at most; freed with the session


@dataclass(frozen=True)
class CollectionStamps:
    """What `meta` tells about a collection: `mod` and `scm` in ms, whether it has no cards, and
    what a client must support to open it."""

    mod: int = 0
    # No client has this one. New collections of Anki 2.1.26 have 0, and equal stamps would mean a
    # normal sync, in which the client does not send what it has never marked as changed.
    scm: int = 1
    usn: int = 0
    empty: bool = True
    v2_scheduler: bool = False
    v2_timezone: bool = False


def connect(path: Path) -> sqlite3.Connection:
    """Open a collection file as it is, in autocommit mode. Raises sqlite3.Error."""
    # The user's lock protects a session's connection, which several request threads use in turn.
    db = open_durable(path, timeout=5)
    db.executescript(
        # an uploaded file must not run functions
        "pragma trusted_schema = off; pragma cell_size_check = on; pragma temp_store = memory;"
    )
    register_collations(db)
    return db


def create(path: Path) -> None:
    """Create the empty collection of a new account, whole or not at all, in place of any file."""
    with atomic.temporary(path.parent) as temporary:
        with contextlib.closing(connect(temporary)) as db:
            schema.create_empty(db)  # flushed by SQLite
        patient.replace(temporary, path)
    atomic.flush_folder(path.parent)


class RowCounts(NamedTuple):
    """How many rows there are."""

    cards: int
    notes: int
    revlog: int
    graves: int


class Collection:
    """An open collection. `close` rolls back whatever was not committed."""

    def __init__(self, path: Path) -> None:
        """Open the file, which exists and is in schema 11 (see `transfer.stored`)."""
        self.db = connect(path)
        # Keep a session's changes in memory until they are committed. Otherwise SQLite would write
        # some of a large session early, and lock out every reader until the session ends.
        self.db.execute("pragma cache_spill = off")
        # Changed pages alone soon fill SQLite's usual 2 MiB; each further row would then read all
        # pages above it from the file again.
        self.db.execute(f"pragma cache_size = -{_CACHE}")
        self.change_log: ChangeLog | None = None
        """Where merging notes what it changes, if anybody wants to know."""
        self._columns: dict[str, dict[str, Any]] = {}
        self._changed: set[str] = set()

    def row_counts(self) -> RowCounts:
        """Count all rows, which takes 5 ms for 500,000 reviews."""
        return RowCounts(
            *(
                self.db.execute(f"select count() from {table}").fetchone()[0]
                for table in RowCounts._fields
            )
        )

    def begin(self) -> None:
        """Start the one transaction of a session."""
        self.db.execute("begin immediate")

    def close(self) -> None:
        try:
            if self.db.in_transaction:
                self.db.rollback()
        finally:
            self.db.close()

    def stamps(self) -> CollectionStamps:
        mod, scm, usn = self.db.execute("select mod, scm, usn from col").fetchone()
        (has_card,) = self.db.execute("select exists (select 1 from cards)").fetchone()
        config = self.column(CONFIG)
        return CollectionStamps(
            mod,
            scm,
            usn,
            not has_card,
            v2_scheduler=config.get("schedVer") == 2,
            v2_timezone=config.get("creationOffset") is not None,
        )

    def column(self, name: str) -> dict[str, Any]:
        """Return the parsed JSON column `name` of `col`; report a change to it with `changed`."""
        if name not in self._columns:
            self._columns[name] = jsontext.loads(self.former_text(name))
        return self._columns[name]

    def text(self, name: str) -> str:
        """Return the JSON text of column `name` as `finish` will leave it."""
        if name in self._changed:
            return jsontext.dumps_text(self._columns[name])
        return self.former_text(name)

    def former_text(self, name: str) -> str:
        """Return the JSON text of column `name` as it was before the session."""
        (text,) = self.db.execute(f"select {name} from col").fetchone()
        return str(text or "{}")

    def changed(self, name: str) -> None:
        """Write column `name` at the end of the session."""
        self._changed.add(name)

    @property
    def has_changes(self) -> bool:
        """Whether a column waits for `finish`; rows are written at once."""
        return bool(self._changed)

    @property
    def created(self) -> int:
        """The creation time (`crt`), in seconds."""
        (crt,) = self.db.execute("select crt from col").fetchone()
        return int(crt)

    def set_created(self, seconds: int) -> None:
        self.db.execute("update col set crt = ?", (seconds,))

    def finish(self, now_ms: int) -> int:
        """Write what changed, stamp and commit the session; return the new `mod` in ms."""
        changed = sorted(self._changed)
        columns = "".join(f", {name} = ?" for name in changed)
        # A clock set back must not make the server look older than what it already reported.
        self.db.execute(
            f"update col set mod = max(?, mod + 1), ls = max(?, mod + 1), usn = usn + 1{columns}",
            (now_ms, now_ms, *map(self.text, changed)),
        )
        (mod,) = self.db.execute("select mod from col").fetchone()
        self.db.execute("commit")
        self._changed.clear()
        return int(mod)
