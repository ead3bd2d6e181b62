"""A media folder that Anki uses too: what changed there since we last looked.

Like Anki, we detect changes first by the folder's time, and then by the times of its files. What it
skips, we skip. To Anki, what a phone sends is a file that somebody put there.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .. import atomic
from ..faults import NotNow
from . import names as media_names
from .database import MediaDatabase, MediaFile, Seen
from .folder import NS, MediaFolder, new_batch
from .zip import pieces

log = logging.getLogger(__name__)

MAX_FILE_BYTES = 100 * 1024 * 1024  # Anki skips larger ones (MAX_INDIVIDUAL_MEDIA_FILE_SIZE)

# A file that changes again within the same tick of the disk's clock still has the time, and perhaps
# the size, that we know. FAT's clock ticks every 2 s.
_UNSETTLED_NS = 3_000_000_000
_UNKNOWN_TIME = 0
_AT_ONCE = 100  # files in one transaction
# Up to this many may disappear at once without a question, if any are left.
_MAY_DISAPPEAR = 10

OutOfTime = Callable[[], bool]


@dataclass(frozen=True)
class Vanished:
    """How many files have disappeared from the folder, and how many it had."""

    count: int
    total: int

    @property
    def is_doubtful(self) -> bool:
        """Whether the folder itself may be missing (a disk is not mounted, a profile has moved):
        then no device's files must be deleted."""
        if self.count == self.total:
            return self.total > 1
        return self.count > _MAY_DISAPPEAR and self.count * 2 > self.total


class FilesMissing(NotNow):
    """So many files have disappeared at once that the user must confirm it."""

    def __init__(self, vanished: Vanished) -> None:
        super().__init__(
            f"{vanished.count} of {vanished.total} media files have disappeared from the desktop's"
            " folder"
        )
        self.vanished = vanished


@dataclass(frozen=True)
class _Entry:
    path: str
    size: int
    mtime: int


class SharedFolder:
    """Compares one user's folder with the database; the caller holds the media lock."""

    def __init__(self, folder: MediaFolder, database: MediaDatabase) -> None:
        self._folder = folder
        self._database = database
        self._written: dict[str, int] = {}
        self._looked: int | None = None  # the folder's time when it last matched the database
        self._identity: tuple[int, int] | None = None  # of the folder that was looked at

    def refresh(self, out_of_time: OutOfTime, deletions_confirmed: bool = False) -> bool:
        """Register what was added, changed and removed; return False if it ran out of time.

        Raises FilesMissing, NotNow and OSError; nothing has been deleted then.
        """
        status = self._status()
        stamp, identity = status.st_mtime_ns, _identity(status)
        if stamp == self._looked and identity == self._identity:
            return True
        seen = self._database.seen()
        found = self._listing(seen)
        missing = [
            known.file
            for name, known in seen.items()
            if name not in found and not self._folder.has_alias(name)
        ]
        vanished = Vanished(len(missing), len(seen))
        if vanished.is_doubtful and not deletions_confirmed:
            raise FilesMissing(vanished)
        with self._database.transaction():
            for file in missing:
                self._database.mark_deleted(file)
        self._remove_again(found, seen)
        changed = {
            name: entry
            for name, entry in found.items()
            if (known := seen.get(name)) is None
            or (known.file.size, known.mtime) != (entry.size, entry.mtime)
        }
        complete = self._register_all(changed, seen, out_of_time)
        if complete:
            self._identity = identity
            if stamp < time.time_ns() - _UNSETTLED_NS:
                self._looked = stamp
        return complete

    def has_as_known(self, names: Iterable[str]) -> bool:
        """Return whether these files are as the database says, so that they need no `refresh`.

        A phone's upload changes the folder's time with every zip; looking through thousands of
        files for each of them would take longer than the upload.
        """
        return _identity(self._status()) == self._identity and all(map(self._is_as_known, names))

    def _is_as_known(self, name: str) -> bool:
        known = self._database.seen_as(name)
        try:
            status = os.stat(self._folder.path_of(name))
        except FileNotFoundError:
            return known is None
        except OSError:  # `refresh` says what is wrong
            return False
        return known is not None and (status.st_size, status.st_mtime_ns) == (
            known.file.size,
            known.mtime,
        )

    def distrust(self, files: Iterable[MediaFile]) -> None:
        """Look at these files again, whatever their times are: they do not match the database."""
        self._looked = None
        for file in files:
            self._database.note_time(file.name, _UNKNOWN_TIME)

    def note_written(self, name: str, mtime: int) -> None:
        """Remember what was put there, for `prompt_rescan`; `mtime` in ns."""
        self._written[name] = mtime

    def note_removed(self, names: Iterable[str]) -> None:
        """Flush the removal of deleted files: if one is put back from now on, it is an addition."""
        try:
            atomic.flush_folder(self._folder.path)
        except OSError as error:
            log.warning("the removal of media files cannot be flushed: %s", error)
            return
        self._database.not_left_behind(names)

    def prompt_rescan(self) -> None:
        """Make Anki look again at the folder, and at each file put there since the last time.

        While it syncs media, it records times after it has written the files: if one was replaced
        in that moment, it records the new time with the old content. Raises OSError.
        """
        for name, mtime in self._written.items():
            path = self._folder.path_of(name)
            later = mtime + NS
            with contextlib.suppress(FileNotFoundError):
                if os.stat(path).st_mtime_ns == mtime:
                    os.utime(path, ns=(later, later))
                    self._database.note_time(name, later)
        self._written.clear()
        os.utime(self._folder.path)

    def _status(self) -> os.stat_result:
        try:
            return self._folder.path.stat()
        except OSError as error:
            raise NotNow("the desktop's media folder is missing") from error

    def _listing(self, seen: Mapping[str, Seen]) -> dict[str, _Entry]:
        found = {}
        with os.scandir(self._folder.path) as entries:
            for entry in entries:
                # older file systems of macOS return letters and marks separately
                name = entry.name
                if sys.platform == "darwin":
                    name = unicodedata.normalize("NFC", name)
                try:
                    status = entry.stat()
                    if not entry.is_file() or not 0 < status.st_size <= MAX_FILE_BYTES:
                        continue
                except OSError:  # removed meanwhile, or a broken link
                    continue
                found[name] = _Entry(entry.path, status.st_size, status.st_mtime_ns)
        return {
            name: entry
            for name, entry in found.items()
            if name in seen or media_names.anki_accepts(name)
        }

    def _remove_again(self, found: dict[str, _Entry], seen: Mapping[str, Seen]) -> None:
        """Remove files that could not be removed when a phone deleted them, or that a crash or a
        power cut brought back: they are not new."""
        left = self._database.left_behind()
        removed = []
        for name in [name for name in found if name not in seen and name in left]:
            entry = found[name]
            if left[name] != entry.mtime:
                continue
            del found[name]
            try:
                self._folder.discard(Path(entry.path), self._folder.trash / new_batch())
            except OSError as error:
                log.warning("deleted media file %s still cannot be removed: %s", name, error)
            else:
                removed.append(name)
        if removed:
            self.note_removed(removed)

    def _register_all(
        self, changed: Mapping[str, _Entry], seen: Mapping[str, Seen], out_of_time: OutOfTime
    ) -> bool:
        for some in _slices(list(changed.items())):
            with self._database.transaction():
                for name, entry in some:
                    if out_of_time():
                        return False
                    known = seen.get(name)
                    self._register(name, entry, known.file if known else None)
        return True

    def _register(self, name: str, entry: _Entry, old: MediaFile | None) -> None:
        read = _read(entry.path)
        if read is None:
            return  # removed meanwhile; the folder's time will show it
        sha1, size, mtime = read
        if mtime > time.time_ns() - _UNSETTLED_NS:
            mtime = _UNKNOWN_TIME
        if old is not None and old.sha1 == sha1:
            self._database.note_time(name, mtime)
        elif size:
            self._database.put(MediaFile(name, sha1, size), old, mtime)


def _identity(status: os.stat_result) -> tuple[int, int]:
    """Tell a folder from the one below it that appears when its disk is unmounted."""
    return status.st_dev, status.st_ino


def _read(path: str) -> tuple[bytes, int, int] | None:
    """Return checksum, size and time (ns) of a file, None if it does not exist."""
    digest = hashlib.sha1(usedforsecurity=False)
    size = 0
    try:
        with open(path, "rb") as file:
            mtime = os.fstat(file.fileno()).st_mtime_ns
            for piece in pieces(file):
                digest.update(piece)
                size += len(piece)
    except FileNotFoundError:
        return None
    return digest.digest(), size, mtime


def _slices(items: list[tuple[str, _Entry]]) -> Iterator[list[tuple[str, _Entry]]]:
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))
