"""The media folder of one user: where each file is, and how files are stored and removed.

Files have their own names, as with Anki's own sync server, except for those that the disk cannot
store under that name (`media_names.needs_alias`) or that would overwrite another file on a disk
that ignores case. What is replaced or removed goes to the trash beside the folder.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import hashlib
import logging
import os
import re
import secrets
import shutil
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import TracebackType

from .. import atomic, patient
from . import names as media_names
from .database import MediaFile
from .zip import PIECE_BYTES, pieces

TRASH_SUFFIX = ".trash"
BESIDE_SUFFIX = ".lan-sync"
TRASH_DAYS = 30
TRASH_BYTES = 1024 * 1024 * 1024
# How often the trash is pruned, and after how many bytes went there.
_PRUNE_EVERY = timedelta(days=1)
_PRUNE_AFTER = TRASH_BYTES // 16
_STAMP = "%Y%m%d-%H%M%S-%f"
_BATCH = re.compile(r"\d{8}-\d{6}-\d{6}-[0-9a-f]{8}")

NS = 1_000_000_000  # in a second
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)  # on Windows, line ends would change

logger = logging.getLogger(__name__)


class Lost(Exception):
    """A file is missing, or differs from its row."""


class MediaFolder:
    """`path`, and the trash beside it.

    `shared`: Anki uses the folder too, and would send everything in it to its own server. So we
    keep nothing of our own there: files that are still being received, the trash and aliases are in
    another folder beside it, on the same disk.
    """

    def __init__(self, path: Path, *, shared: bool = False) -> None:
        path = patient.extended(path)
        self.path = path
        self.shared = shared
        beside = path.with_name(path.name + BESIDE_SUFFIX)
        self.trash = beside / "trash" if shared else path.with_name(path.name + TRASH_SUFFIX)
        self.staging = beside / "incoming" if shared else path
        self._aliases = beside / "names" if shared else path
        self._pruned = datetime.min.replace(tzinfo=timezone.utc)
        self._trashed = 0  # bytes since then

    def make_ready(self) -> None:
        """Make the folders beside a shared folder. Raises OSError."""
        if self.shared:
            atomic.make_folder(self.staging)
            atomic.make_folder(self._aliases)

    def has_alias(self, name: str) -> bool:
        """Return whether the file is stored under an alias."""
        return os.path.exists(self._alias(name))

    def _alias(self, name: str) -> str:
        return f"{self._aliases}{os.sep}{media_names.alias(name)}"

    def path_of(self, name: str) -> str:
        """Return where the file with that name is, or would be.

        As text: making a `Path` takes as long as opening the file.
        """
        alias = self._alias(name)
        if media_names.needs_alias(name, media_names.WINDOWS) or os.path.exists(alias):
            return alias
        return f"{self.path}{os.sep}{name}"

    def path_beside(self, name: str, similar: Sequence[str]) -> str:
        """Return where to put the new file `name`, given the names that differ only in case."""
        path = self.path_of(name)
        if any(_is_same(path, self.path_of(other)) for other in similar):
            return self._alias(name)
        return path

    def discard(self, path: Path, batch: Path) -> None:
        """Move a file to a batch in the trash. Raises OSError."""
        atomic.make_folder(batch)
        size = path.stat().st_size
        try:
            patient.rename(path, batch / path.name)
        except OSError as error:
            if error.errno != errno.EXDEV:  # otherwise the folder is a disk of its own
                raise
            _copy(path, batch / path.name)
            patient.remove(path)
        self.trashed(size)

    def content(self, file: MediaFile) -> Iterator[bytes]:
        """Yield a file's content. Raises OSError, and at the end Lost if it is not as in its row.

        A small file takes one call for reading: what follows its end is asked for as well.
        """
        digest = hashlib.sha1(usedforsecurity=False)
        most = min(file.size, PIECE_BYTES) + 1
        left = file.size
        try:
            opened = os.open(self.path_of(file.name), _READ)
        except FileNotFoundError as error:
            raise Lost(file.name) from error
        try:
            while piece := os.read(opened, most):
                digest.update(piece)
                yield piece
                left -= len(piece)
                if left <= 0 and len(piece) < most:
                    break
        finally:
            os.close(opened)
        if digest.digest() != file.sha1:
            raise Lost(file.name)

    def sweep(self, now: datetime) -> None:
        """Remove what a crash left, and prune the trash. Raises OSError."""
        if self.staging.is_dir():
            atomic.sweep(self.staging)
        self._prune(now)

    def tidy(self, now: datetime) -> None:
        """Prune the trash if it is time to: a server runs for months.

        To be called at each use; mostly it does nothing. Raises OSError.
        """
        if abs(now - self._pruned) >= _PRUNE_EVERY or self._trashed >= _PRUNE_AFTER:
            self._prune(now)

    def trashed(self, size: int) -> None:
        """Record that `size` bytes went to the trash."""
        self._trashed += size

    def _prune(self, now: datetime) -> None:
        self._pruned, self._trashed = now, 0
        if self.trash.is_dir():
            _prune(self.trash, now)


def new_batch() -> str:
    """Return a name for a folder in the trash, for what is discarded now."""
    return f"{datetime.now(timezone.utc).strftime(_STAMP)}-{secrets.token_hex(4)}"


def discarded_at(batch: Path) -> float | None:
    """Return when a folder in the trash was made (s since 1970), None if it is not one of ours."""
    if not _BATCH.fullmatch(batch.name):
        return None
    try:
        made = datetime.strptime(batch.name.rpartition("-")[0], _STAMP)
    except ValueError:
        return None
    return made.replace(tzinfo=timezone.utc).timestamp()


class Placing:
    """The files of one upload: put in place at once, and removed by `finish`.

    Use it as a context manager around the database transaction; if the block raises, all is undone.
    """

    def __init__(self, folder: MediaFolder) -> None:
        self._folder = folder
        self._put: dict[str, Path | None] = {}
        self._to_remove: dict[str, None] = {}

    @functools.cached_property
    def _trash(self) -> Path:
        """Where what is replaced or removed goes; most uploads bring only new files."""
        return self._folder.trash / new_batch()

    def add(self, data: bytes, path: str) -> bool:
        """Write a new file in its place; return False if something is there. Raises OSError.

        For a folder that is only ours, and an upload that is in the journal: after a crash that
        leaves a part of the file, it is written again.
        """
        try:
            atomic.write_new(path, data)
        except (FileExistsError, PermissionError):
            return False  # on Windows, also while one of that name is being deleted
        self._put[path] = None
        return True

    def put(self, staged: str, path: str) -> int:
        """Rename `staged` to `path`, keep what was there in the trash, and return the file's time.

        The time is in ns. Raises OSError.
        """
        there = os.path.exists(path)
        kept = self._keep(path) if there and path not in self._put else None
        if there and self._folder.shared:
            make_later(staged, path)
        mtime = os.stat(staged).st_mtime_ns
        patient.replace(staged, path)
        self._put.setdefault(path, kept)  # the same name twice in a zip: restore the first one
        self._to_remove.pop(path, None)
        return mtime

    def remove_after_commit(self, path: str) -> None:
        """Mark a file to be removed by `finish`."""
        self._to_remove[path] = None

    @property
    def files(self) -> list[str]:
        """The files that were put in place, and are not flushed."""
        return list(self._put)

    def flush(self) -> None:
        """Make the names in the trash durable, before the database commits. Raises OSError."""
        if any(self._put.values()):
            atomic.flush_folder(self._trash)

    def finish(self) -> list[str]:
        """Move the marked files to the trash, after the database commit; return those that stay."""
        kept = []
        for path in self._to_remove:
            try:
                if path in self._put:  # added and deleted in one zip; the trash has what was there
                    patient.remove(path)
                    continue
                if any(_is_same(path, put) for put in self._put):
                    continue  # a.jpg became A.jpg on a disk that ignores case: this is the new one
                self._folder.discard(Path(path), self._trash)
            except FileNotFoundError:
                continue
            except OSError as error:
                # Windows: another program has it open. It only takes up space: the database says
                # it is deleted, and a new file with that name replaces it.
                logger.warning("deleted media file %s stays in the folder: %s", path, error)
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
                # by renaming: the disk may be full, which may be why we undo
                if kept is None:
                    patient.remove(path)
                else:
                    patient.replace(kept, path)
            except OSError as failed:  # the others can still be undone
                logger.error("media file %s could not be put back: %s", path, failed)
        with contextlib.suppress(OSError):  # it does not exist, or has what was not put back
            patient.remove_folder(self._trash)
        with contextlib.suppress(OSError):
            atomic.flush_folder(self._folder.path)

    def _keep(self, path: str) -> Path:
        """Give the file a second name in the trash, so that `path` always exists."""
        atomic.make_folder(self._trash)
        kept = self._trash / os.path.basename(path)
        try:
            patient.link(path, kept)
        except OSError:  # exFAT or another disk
            _copy(path, kept)
        self._folder.trashed(os.stat(path).st_size)
        return kept


def _copy(path: str | Path, target: Path) -> None:
    """Copy a file, flushed, and with its time, as it may come back."""
    shutil.copy2(path, target)
    atomic.flush_path(target)


def sha1_of(path: str | Path) -> bytes:
    """Return the checksum of a file's content. Raises OSError."""
    digest = hashlib.sha1(usedforsecurity=False)
    with open(path, "rb") as file:
        for piece in pieces(file):
            digest.update(piece)
    return digest.digest()


def make_later(new: str | Path, old: str | Path) -> None:
    """Give `new` a time in a later second than `old`: Anki compares whole seconds."""
    after = (os.stat(old).st_mtime_ns // NS + 1) * NS
    if os.stat(new).st_mtime_ns < after:
        os.utime(new, ns=(after, after))


def _is_same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
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
                patient.remove_tree(batch)
            except OSError as error:  # open in another program; it will go another time
                logger.warning("%s stays in the trash: %s", batch.name, error)
