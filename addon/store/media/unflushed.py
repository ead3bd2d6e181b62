"""Accepted uploads whose files and rows are not flushed yet, and their recovery after a power cut.

Until they are, the journal has them too. Rows that a power cut took belong to the newest uploads:
whatever else changes media.db is flushed, and flushes all before it.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import BinaryIO, Callable

from .. import atomic, patient
from ..faults import Invalid
from .database import MediaDatabase
from .folder import NS, MediaFolder, Placing, sha1_of
from .journal import Journal
from .zip import Staged, UploadEntry, pieces, staged_upload

log = logging.getLogger(__name__)

# The disk space that the journal may take for a while, besides the files themselves (bytes).
MOST_BYTES = 64 * 1024 * 1024
_AT_ONCE = 25  # files
_AHEAD = 2 * NS  # we give files times that are later by up to a second (`make_later`)


class Unflushed:
    """Uses one user's journal, folder and database; the caller holds the media lock."""

    def __init__(self, journal: Journal, folder: MediaFolder, database: MediaDatabase) -> None:
        self._journal = journal
        self._folder = folder
        self._database = database
        self._files: dict[str, None] = {}

    @property
    def any_left(self) -> bool:
        """Whether `flush_some` has work."""
        return self._journal.size > 0

    @property
    def awaits_recovery(self) -> bool:
        """Whether there is a journal that is not ours: of a crash, or of a running server."""
        return not self.any_left and self._journal.exists

    def kept(self, zip_file: BinaryIO) -> AbstractContextManager[None]:
        """Make what an upload brings survive a power cut, before the block applies it.

        Raises OSError.
        """
        return self._journal.kept(self._database.totals().last_usn, zip_file)

    def add(self, files: Iterable[str]) -> None:
        """Note which files a kept upload has put in place, and flush if too much has piled up."""
        self._files.update(dict.fromkeys(files))
        if self._journal.size > MOST_BYTES:
            self.try_to_flush()

    def flush_before_trash(self, path: str) -> None:
        """Flush a file that goes to the trash, since the journal no longer stands for it.

        Raises OSError.
        """
        if path in self._files:
            _flush(path)
            del self._files[path]

    def flush_some(self) -> bool:
        """Flush a few files; return whether more are left. Raises OSError and sqlite3.Error."""
        for path in list(self._files)[:_AT_ONCE]:
            _flush(path)
            del self._files[path]
        if self._files:
            return True
        if self.any_left:
            self._forget()
        return False

    def try_to_flush(self) -> None:
        """Flush all of them. What cannot be flushed stays in the journal."""
        try:
            while self.flush_some():
                pass
        except (OSError, sqlite3.Error) as error:
            log.warning("media files are not flushed, but kept in the journal: %s", error)

    def recover(self, apply: Callable[[Sequence[UploadEntry]], None]) -> None:
        """Repeat or restore what a power cut took, before anyone looks at the folder.

        `apply` applies an upload. To be called while `awaits_recovery`, with no upload running.
        Raises OSError and sqlite3.Error.
        """
        repeated = restored = told = 0
        for upload in self._journal.uploads():
            try:
                with staged_upload(upload.zip_file, self._folder.staging) as changes:
                    _date(changes, upload.time)
                    # each real change takes a usn: an upload without any is repeated in vain
                    if upload.usn >= self._database.totals().last_usn:
                        self._database.skip_to(upload.usn)  # if something was left out before
                        missing = self._without_later_ones(changes, upload.time)
                        self._remove_leftovers(missing)
                        apply(missing)
                        repeated += 1
                    restored += self._restore(changes)
                    told = max(told, upload.usn + len(changes))
            except Invalid as error:  # kept by a version with other limits
                log.warning("an upload of media cannot be read again: %s", error)
        if self._folder.shared:
            # what was left out took usns, too: other changes must not get those now
            self._database.skip_to(told)
        self._files.clear()
        self._forget()
        if repeated or restored:
            log.warning(
                "after a power cut or crash, %d uploads of media were repeated, %d files restored",
                repeated,
                restored,
            )

    def _without_later_ones(
        self, changes: Sequence[UploadEntry], time: int
    ) -> Sequence[UploadEntry]:
        """Leave out files that Anki has written into a shared folder after the upload."""
        if not self._folder.shared:
            return changes

        def is_later(name: str) -> bool:
            path = self._folder.path_of(name)
            try:
                status = os.stat(path)
            except FileNotFoundError:
                return False
            if status.st_size == 0 or status.st_mtime_ns <= time + _AHEAD:
                return False
            # A file dated in the future may be the one replaced. So may be ours, if a name was
            # replaced again and again: each time gets a later second.
            row = self._database.find(name)
            contents = [content for same, content in changes if same == name]
            return sha1_of(path) not in {each.sha1 for each in (row, *contents) if each}

        return [change for change in changes if not is_later(change.name)]

    def _remove_leftovers(self, changes: Sequence[UploadEntry]) -> None:
        """Remove files that an upload put in place before its row was lost, or parts of them.

        Else the trash would get them as if they had been somebody's.
        """
        for name, content in changes:
            row = self._database.find(name)
            if content is None or (row is not None and row.sha1 == content.sha1):
                continue
            path = self._folder.path_beside(name, self._database.similar_names(name))
            if os.path.isfile(path) and self._is_leftover(path, content, is_new=row is None):
                patient.remove(path)

    def _is_leftover(self, path: str, content: Staged, *, is_new: bool) -> bool:
        if is_new and not self._folder.shared:  # written in place
            return _is_beginning(path, content.unpacked())
        return not os.path.getsize(path) or sha1_of(path) == content.sha1

    def _restore(self, changes: Sequence[UploadEntry]) -> int:
        restored = 0
        with Placing(self._folder) as placing:
            for name, content in changes:
                row = self._database.find(name)
                if content is None or row is None or row.sha1 != content.sha1:
                    continue  # replaced or deleted since
                path = self._folder.path_beside(name, self._database.similar_names(name))
                if self._is_intact(name, path, content):
                    _flush(path)
                    continue
                if os.path.exists(path) and not os.path.getsize(path):
                    patient.remove(path)  # not worth a place in the trash
                mtime = placing.put(content.unpacked(), path)
                _flush(path)
                if self._folder.shared:
                    self._database.note_time(name, mtime)
                restored += 1
            placing.flush()
        return restored

    def _forget(self) -> None:
        """Clear the journal, now that all files are flushed."""
        atomic.flush_folder(self._folder.path)
        self._database.flush()
        self._journal.clear()

    def _is_intact(self, name: str, path: str, content: Staged) -> bool:
        """Return whether the file survived; in a shared folder, a later change is Anki's."""
        try:
            status = os.stat(path)
        except FileNotFoundError:
            return False
        if status.st_size == 0:  # whatever its time: Anki would take it for deleted
            return False
        if self._folder.shared and status.st_mtime_ns > self._database.time_of(name):
            return True
        return sha1_of(path) == content.sha1


def _date(changes: Iterable[UploadEntry], time: int) -> None:
    """Give files the time of their upload: if the power fails again, they are not Anki's."""
    for _, content in changes:
        if content is not None:
            os.utime(content.unpacked(), ns=(time, time))


def _is_beginning(path: str, whole: str) -> bool:
    """Return whether a file is empty, or begins or is the same as `whole`."""
    with open(path, "rb") as part, open(whole, "rb") as file:
        return all(piece == file.read(len(piece)) for piece in pieces(part))


def _flush(path: str) -> None:
    with contextlib.suppress(FileNotFoundError):  # replaced or deleted
        atomic.flush_path(path)
