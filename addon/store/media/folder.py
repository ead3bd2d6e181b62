"""The media folder of one user: where each file lies, and how files are put and removed.

Files have their own names, as with Anki's own sync server, except for those that the disk cannot
hold under their own (`media_names.needs_alias`) or that would, on a disk that ignores case,
overwrite another file. What is replaced or removed goes to the trash beside the folder.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import logging
import os
import re
import secrets
import shutil
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import TracebackType
from typing import IO

from .. import atomic
from . import names as media_names
from .zip import CHUNK_BYTES

TRASH_SUFFIX = ".trash"
BESIDE_SUFFIX = ".lan-sync"
TRASH_DAYS = 30
TRASH_BYTES = 1024 * 1024 * 1024
# How often the trash is looked through, and after how much that went there.
_PRUNE_EVERY = timedelta(days=1)
_PRUNE_AFTER = TRASH_BYTES // 16
_STAMP = "%Y%m%d-%H%M%S-%f"
_BATCH = re.compile(r"\d{8}-\d{6}-\d{6}-[0-9a-f]{8}")

NS = 1_000_000_000  # in a second

logger = logging.getLogger(__name__)


class MediaFolder:
    """`path`, and the trash beside it.

    `shared`: Anki uses the folder as well, and would send all that lies in it to its own server. So
    nothing of ours does: files that are still being received, the trash and aliases lie in another
    folder beside it, on the same disk.
    """

    def __init__(self, path: Path, *, shared: bool = False) -> None:
        self.path = path
        self.shared = shared
        beside = path.with_name(path.name + BESIDE_SUFFIX)
        self.trash = beside / "trash" if shared else path.with_name(path.name + TRASH_SUFFIX)
        self.staging = beside / "incoming" if shared else path
        self._aliases = beside / "names" if shared else path
        self._pruned = datetime.min.replace(tzinfo=timezone.utc)
        self._trashed = 0  # bytes since then

    def make_ready(self) -> None:
        """Make what lies beside a shared folder."""
        if self.shared:
            atomic.make_folder(self.staging)
            atomic.make_folder(self._aliases)

    def has_alias(self, name: str) -> bool:
        """Whether the file of that name lies under another one."""
        return self._alias(name).exists()

    def _alias(self, name: str) -> Path:
        return self._aliases / media_names.alias(name)

    def path_of(self, name: str) -> Path:
        """Where the file of that name lies, or would lie."""
        alias = self._alias(name)
        if media_names.needs_alias(name, media_names.WINDOWS) or alias.exists():
            return alias
        return self.path / name

    def path_beside(self, name: str, similar: Sequence[str]) -> Path:
        """Where to put the new file `name`, given the names that differ from it in case only."""
        path = self.path_of(name)
        if any(_is_same(path, self.path_of(other)) for other in similar):
            return self._alias(name)
        return path

    def discard(self, path: Path, batch: Path) -> None:
        """Move a file to a batch of the trash. Raises OSError."""
        atomic.make_folder(batch)
        size = path.stat().st_size
        try:
            os.rename(path, batch / path.name)
        except OSError as error:
            if error.errno != errno.EXDEV:  # else the folder is a disk of its own
                raise
            shutil.copy2(path, batch / path.name)
            path.unlink()
        self.trashed(size)

    def copy(self, name: str, target: IO[bytes]) -> bytes:
        """Writes the file to `target`; its sha1. Raises FileNotFoundError."""
        digest = hashlib.sha1(usedforsecurity=False)
        with self.path_of(name).open("rb") as file:
            while True:
                chunk = file.read(CHUNK_BYTES)
                if not chunk:
                    return digest.digest()
                digest.update(chunk)
                target.write(chunk)

    def sweep(self, now: datetime) -> None:
        """Removes what a crash left, and what is too old or too much in the trash."""
        if self.staging.is_dir():
            atomic.sweep(self.staging)
        self._prune(now)

    def tidy(self, now: datetime) -> None:
        """Removes what is too old or too much in the trash, where that may have changed: a server
        runs for months. To be called at each use; mostly it looks at nothing."""
        if abs(now - self._pruned) >= _PRUNE_EVERY or self._trashed >= _PRUNE_AFTER:
            self._prune(now)

    def trashed(self, size: int) -> None:
        """Notes that so many bytes went to the trash."""
        self._trashed += size

    def _prune(self, now: datetime) -> None:
        self._pruned, self._trashed = now, 0
        if self.trash.is_dir():
            _prune(self.trash, now)


def new_batch() -> str:
    """The name of a folder in the trash, for what is discarded now."""
    return f"{datetime.now(timezone.utc).strftime(_STAMP)}-{secrets.token_hex(4)}"


class Placing:
    """The files of one upload: put at once, removed by `finish`, all undone when a block raises.

    Use as a context manager around the database transaction.
    """

    def __init__(self, folder: MediaFolder) -> None:
        self._trash = folder.trash / new_batch()
        self._folder = folder
        self._put: dict[Path, Path | None] = {}
        self._doomed: dict[Path, None] = {}

    def put(self, staged: Path, path: Path) -> int:
        """Renames `staged` to `path`; what was there stays in the trash. Raises OSError.

        Returns the file's time (ns).
        """
        there = path.exists()
        kept = self._keep(path) if there and path not in self._put else None
        if there and self._folder.shared:
            make_later(staged, path)
        mtime = staged.stat().st_mtime_ns
        os.replace(staged, path)
        self._put.setdefault(path, kept)  # one name twice in one zip: the first is what was there
        self._doomed.pop(path, None)
        return mtime

    def doom(self, path: Path) -> None:
        """Marks a file for removal by `finish`."""
        self._doomed[path] = None

    def settle(self) -> None:
        """Makes the new names durable. Before the database commits."""
        if self._put:
            if self._trash.is_dir():
                atomic.flush_folder(self._trash)
            atomic.flush_folder(self._folder.path)

    def finish(self) -> list[Path]:
        """Moves doomed files to the trash, once the database has committed; gives what stays."""
        kept = []
        for path in self._doomed:
            try:
                if path in self._put:  # came and went in one zip; the trash has what was before
                    path.unlink()
                    continue
                if any(_is_same(path, put) for put in self._put):
                    continue  # a.jpg became A.jpg on a disk that ignores case: this is the new one
                self._folder.discard(path, self._trash)
            except FileNotFoundError:
                continue
            except OSError as error:
                # Windows: another program holds it open. It only takes up room: the database
                # says deleted, and a new file of that name replaces it.
                logger.warning("deleted media file %s stays in the folder: %s", path.name, error)
                kept.append(path)
        return kept

    def __enter__(self) -> Placing:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            return
        for path, kept in self._put.items():
            try:
                # by renaming: the disk may be full, which may be why all is undone
                if kept is None:
                    path.unlink()
                else:
                    os.replace(kept, path)
            except OSError as failed:  # the next ones can still be undone
                logger.error("media file %s could not be put back: %s", path.name, failed)
        with contextlib.suppress(OSError):  # there is none, or it holds what was not put back
            self._trash.rmdir()
        with contextlib.suppress(OSError):
            atomic.flush_folder(self._folder.path)

    def _keep(self, path: Path) -> Path:
        """Gives the file a second name in the trash, so that `path` never is without a file."""
        atomic.make_folder(self._trash)
        kept = self._trash / path.name
        try:
            os.link(path, kept)
        except OSError:  # exFAT or another disk
            shutil.copy2(path, kept)  # it may come back: with its time
        self._folder.trashed(path.stat().st_size)
        return kept


def make_later(new: Path, old: Path) -> None:
    """Give `new` a time in a later second than `old`: Anki compares whole seconds."""
    after = (old.stat().st_mtime_ns // NS + 1) * NS
    if new.stat().st_mtime_ns < after:
        os.utime(new, ns=(after, after))


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except FileNotFoundError:
        return False


def _prune(trash: Path, now: datetime) -> None:
    oldest = (now - timedelta(days=TRASH_DAYS)).strftime(_STAMP)
    total = 0
    batches = [path for path in trash.iterdir() if _BATCH.fullmatch(path.name)]
    for batch in sorted(batches, reverse=True):
        total += sum(path.stat().st_size for path in batch.iterdir())
        if batch.name < oldest or total > TRASH_BYTES:
            try:
                shutil.rmtree(batch)
            except OSError as error:  # open in another program; it goes another time
                logger.warning("%s stays in the trash: %s", batch.name, error)
