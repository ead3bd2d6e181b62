"""`media.db`: which media files a user has, in the tables of Anki's own sync server (version 4).

After a file is deleted its row stays (with size 0), so that the deletion reaches every client.
`meta` has one row: the newest usn and the totals of files that are not deleted. `mtime` is when the
row was written, in seconds; for a file in an Anki media folder (`shared.py`) it is the file's own
time, in nanoseconds, to detect changes. Anki's server does not read it.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import NamedTuple

from .. import atomic
from ..faults import NotNow
from ..sqlite import open_durable, transaction, unflushed, use_log

VERSION = 4
_LOCK_TIMEOUT_S = 2.0  # a tool that copies the file is done by then; another server never is

# Larger values are nanoseconds: no file dates from the first seconds of 1970.
_LATEST_SECOND = 1 << 33

_SCHEMA = f"""
BEGIN EXCLUSIVE;
CREATE TABLE media (
  fname text NOT NULL PRIMARY KEY,
  csum blob NOT NULL,
  size int NOT NULL,
  usn int NOT NULL,
  mtime int NOT NULL
);
CREATE INDEX ix_usn ON media (usn);
CREATE TABLE meta (
  last_usn int NOT NULL,
  total_bytes int NOT NULL,
  total_nonempty_files int NOT NULL
);
INSERT INTO meta VALUES (0, 0, 0);
PRAGMA user_version = {VERSION};
COMMIT;
"""


class MediaFile(NamedTuple):
    """A file in the database that is not deleted. `size` in bytes."""

    name: str
    sha1: bytes
    size: int


class Seen(NamedTuple):
    """A file that is not deleted, and its time when it was last read (ns)."""

    file: MediaFile
    mtime: int


class MediaTotals(NamedTuple):
    """The newest usn, and the bytes and number of the files that are not deleted."""

    last_usn: int
    total_bytes: int
    files: int


class MediaDatabase:
    """One user's media.db, opened on first use. Any thread may call, one at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened: sqlite3.Connection | None = None
        self._counted: MediaTotals | None = None  # in a transaction, written at its end
        self._rows: list[tuple[str, bytes, int, int, int]] = []  # written before the next statement

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def totals(self) -> MediaTotals:
        if self._counted is not None:
            return self._counted
        row = self._db.execute("SELECT last_usn, total_bytes, total_nonempty_files FROM meta")
        return MediaTotals(*row.fetchone())

    def changes_since(self, usn: int, limit: int) -> list[tuple[str, int, str]]:
        """Return (name, usn, sha1 in hex or "" if deleted) of changes after `usn`, oldest first."""
        rows = self._db.execute(
            "SELECT fname, usn, CASE WHEN size > 0 THEN lower(hex(csum)) ELSE '' END"
            " FROM media WHERE usn > ? ORDER BY usn LIMIT ?",
            (usn, limit),
        )
        return rows.fetchall()

    def find(self, name: str) -> MediaFile | None:
        """Return the file with that name, None if it is unknown or deleted."""
        rows = self._db.execute(
            "SELECT fname, csum, size FROM media WHERE fname = ? AND size > 0", (name,)
        )
        row = rows.fetchone()
        return None if row is None else MediaFile(*row)

    def find_all(self, names: Sequence[str]) -> dict[str, MediaFile]:
        """Return those of a few files that are not unknown or deleted, by name."""
        marks = ", ".join("?" * len(names))
        rows = self._db.execute(
            f"SELECT fname, csum, size FROM media WHERE size > 0 AND fname IN ({marks})", names
        )
        return {row[0]: MediaFile(*row) for row in rows}

    def similar_names(self, name: str) -> list[str]:
        """Return the other files whose names differ from `name` only in case. Reads all names."""
        folded = name.casefold()
        rows = self._db.execute("SELECT fname FROM media WHERE size > 0 AND fname <> ?", (name,))
        return [other for (other,) in rows if other.casefold() == folded]

    def files(self) -> Iterator[MediaFile]:
        """Return all files that are not deleted, sorted by name."""
        rows = self._db.execute("SELECT fname, csum, size FROM media WHERE size > 0 ORDER BY fname")
        return (MediaFile(*row) for row in rows.fetchall())

    def seen(self) -> dict[str, Seen]:
        """Return all files that are not deleted, by name, with their times."""
        rows = self._db.execute("SELECT fname, csum, size, mtime FROM media WHERE size > 0")
        return {row[0]: Seen(MediaFile(*row[:3]), row[3]) for row in rows}

    def seen_as(self, name: str) -> Seen | None:
        """Return one of them, None if it is unknown or deleted."""
        rows = self._db.execute(
            "SELECT fname, csum, size, mtime FROM media WHERE fname = ? AND size > 0", (name,)
        )
        row = rows.fetchone()
        return None if row is None else Seen(MediaFile(*row[:3]), row[3])

    def left_behind(self) -> dict[str, int]:
        """Return the deleted files that may not have been removed, with their times (ns)."""
        rows = self._db.execute(
            "SELECT fname, mtime FROM media WHERE size = 0 AND mtime > ?", (_LATEST_SECOND,)
        )
        return dict(rows.fetchall())

    @contextmanager
    def transaction(self, *, flushed: bool = True) -> Iterator[None]:
        """Commit what the block changed, or nothing when it raises.

        Unless it is `flushed`, a power cut may take it, until `flush` or the next flushed one.
        """
        db = self._db
        with nullcontext() if flushed else unflushed(db), transaction(db):
            try:
                self._counted = before = self.totals()
                yield
                if self._counted != before:
                    self._write_totals(self._counted)
                self._write_rows()
            finally:
                self._rows.clear()
                self._counted = None

    def flush(self) -> None:
        """Flush every transaction so far."""
        with self.transaction():
            totals = self.totals()
            # SQLite writes no row that stays as it is, and flushes nothing without a write.
            self._write_totals(totals._replace(last_usn=totals.last_usn + 1))
            self._write_totals(totals)

    def put(self, file: MediaFile, old: MediaFile | None, mtime: int | None = None) -> None:
        """Add `file`, or replace `old` with it. Only inside a transaction; takes one usn."""
        usn = self._count(
            bytes_more=file.size - (old.size if old else 0), files_more=0 if old else 1, usns=1
        )
        self._store(file, usn, mtime)

    def time_of(self, name: str) -> int:
        """Return the `mtime` of a file's row, 0 if there is none."""
        row = self._db.execute("SELECT mtime FROM media WHERE fname = ?", (name,)).fetchone()
        return 0 if row is None else int(row[0])

    def note_time(self, name: str, mtime: int) -> None:
        """Record when a file that matches its row was last changed; takes no usn."""
        self._db.execute("UPDATE media SET mtime = ? WHERE fname = ?", (mtime, name))

    def mark_deleted(self, file: MediaFile, mtime: int | None = None) -> None:
        """Record the deletion. Only inside a transaction; takes one usn.

        With the time (ns) of a file that is still there, it counts as left behind.
        """
        usn = self._count(bytes_more=-file.size, files_more=-1, usns=1)
        self._store(file._replace(size=0), usn, mtime)

    def not_left_behind(self, names: Iterable[str]) -> None:
        """Record that deleted files are really gone; takes no usn."""
        with self.transaction():
            self._db.executemany(
                "UPDATE media SET mtime = ? WHERE fname = ? AND size = 0",
                [(int(time.time()), name) for name in names],
            )

    def forget(self, files: Sequence[MediaFile]) -> None:
        """Remove rows as if the files had never been here; takes no usn and tells no client."""
        with self.transaction():
            for file in files:
                self._count(bytes_more=-file.size, files_more=-1, usns=0)
                self._db.execute("DELETE FROM media WHERE fname = ?", (file.name,))

    def deleted_names(self) -> set[str]:
        """Return the names of all files whose deletion is recorded."""
        return {name for (name,) in self._db.execute("SELECT fname FROM media WHERE size = 0")}

    def recount(self) -> bool:
        """Correct the totals and the newest usn; return whether they were wrong."""
        with self.transaction():
            before = self.totals()
            rows = self._db.execute(
                "SELECT max(?, coalesce(max(usn), 0)), coalesce(sum(size), 0),"
                " count(nullif(size, 0)) FROM media",
                (before.last_usn,),
            )
            self._counted = MediaTotals(*rows.fetchone())
            return self._counted != before

    def skip_to(self, usn: int) -> None:
        """Make the newest usn at least `usn`."""
        with self.transaction():
            self._counted = self.totals()._replace(last_usn=max(usn, self.totals().last_usn))

    def _count(self, *, bytes_more: int, files_more: int, usns: int) -> int:
        """Change the totals, and return the newest usn. Only inside a transaction."""
        last_usn, total_bytes, files = self.totals()
        self._counted = MediaTotals(
            last_usn + usns, max(0, total_bytes + bytes_more), max(0, files + files_more)
        )
        return self._counted.last_usn

    def _write_totals(self, totals: MediaTotals) -> None:
        self._db.execute(
            "UPDATE meta SET last_usn = ?, total_bytes = ?, total_nonempty_files = ?", totals
        )

    def _store(self, file: MediaFile, usn: int, mtime: int | None) -> None:
        self._rows.append((*file, usn, int(time.time()) if mtime is None else mtime))

    @property
    def _db(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = self._open()
        self._write_rows()
        return self._opened

    def _write_rows(self) -> None:
        if self._rows and self._opened is not None:
            self._opened.executemany(
                "INSERT OR REPLACE INTO media (fname, csum, size, usn, mtime)"
                " VALUES (?, ?, ?, ?, ?)",
                self._rows,
            )
            self._rows.clear()

    def _open(self) -> sqlite3.Connection:
        atomic.make_folder(self.path.parent)
        try:
            db = open_durable(self.path, _LOCK_TIMEOUT_S)
            try:
                self._prepare(db)
            except BaseException:
                db.close()
                raise
        except sqlite3.OperationalError as error:
            is_in_use = "locked" in str(error)
            raise NotNow(
                "the list of media files cannot be opened"
                + ("; is another sync server using it?" if is_in_use else "")
            ) from error
        return db

    def _prepare(self, db: sqlite3.Connection) -> None:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        is_new = version == 0 and tables == 0
        if version != VERSION and not is_new:
            raise NotNow(
                f"the list of media files has version {version} instead of {VERSION}: "
                + ("update LAN Sync" if version > VERSION else "start Anki's own server on it once")
            )
        if is_new:
            db.executescript(_SCHEMA)
        use_log(db)
