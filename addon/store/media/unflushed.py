"""The files of accepted uploads that are not flushed yet, and their recovery after a power cut.

A file is valid once its row is committed; until it is flushed itself, the journal has it too.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, cast

from .. import atomic, patient
from ..faults import Invalid
from .database import MediaDatabase
from .folder import MediaFolder, Placing, sha1_of
from .journal import Journal
from .zip import Staged, staged_upload

log = logging.getLogger(__name__)

# The disk space that the journal may take for a while, besides the files themselves (bytes).
MOST_BYTES = 64 * 1024 * 1024
_AT_ONCE = 25  # files


class Unflushed:
    """Uses one user's journal, folder and database; the caller holds the media lock."""

    def __init__(self, journal: Journal, folder: MediaFolder, database: MediaDatabase) -> None:
        self._journal = journal
        self._folder = folder
        self._database = database
        self._files: dict[Path, None] = {}

    @property
    def any_left(self) -> bool:
        """Whether `flush_some` has work."""
        return self._journal.size > 0

    @property
    def awaits_recovery(self) -> bool:
        """Whether there is a journal that is not ours: of a crash, or of a running server."""
        return not self.any_left and self._journal.exists

    def keep(self, zip_file: BinaryIO) -> None:
        """Make what an upload brings survive a power cut. Raises OSError."""
        self._journal.append(zip_file)

    def add(self, files: Iterable[Path]) -> None:
        """Note which files a kept upload has put in place, and flush if too much has piled up."""
        self._files.update(dict.fromkeys(files))
        if self._journal.size > MOST_BYTES:
            self.try_to_flush()

    def flush_before_trash(self, path: Path) -> None:
        """Flush a file that goes to the trash, since the journal no longer stands for it.

        Raises OSError.
        """
        if path in self._files:
            _flush(path)
            del self._files[path]

    def flush_some(self) -> bool:
        """Flush a few files; return whether more are left. Raises OSError."""
        for path in list(self._files)[:_AT_ONCE]:
            _flush(path)
            del self._files[path]
        if self._files:
            return True
        if self.any_left:
            atomic.flush_folder(self._folder.path)
            self._journal.clear()
        return False

    def try_to_flush(self) -> None:
        """Flush all of them. What cannot be flushed stays in the journal."""
        try:
            while self.flush_some():
                pass
        except OSError as error:
            log.warning("media files are not flushed, but kept in the journal: %s", error)

    def recover(self) -> None:
        """Restore the files that a power cut took, before anyone looks at the folder.

        To be called while `awaits_recovery`, with no upload running. Raises OSError.
        """
        restored = 0
        for zip_file in self._journal.zips():
            try:
                restored += self._recover(zip_file)
            except Invalid as error:  # kept by a version with other limits
                log.warning("an upload of media cannot be read again: %s", error)
        atomic.flush_folder(self._folder.path)
        self._journal.clear()
        if restored:
            log.warning("%d media files were restored after a power cut or crash", restored)

    def _recover(self, zip_file: BinaryIO) -> int:
        restored = 0
        with (
            staged_upload(zip_file, self._folder.staging) as changes,
            Placing(self._folder) as placing,
        ):
            for name, content in changes:
                row = self._database.find(name)
                if content is None or row is None or row.sha1 != content.sha1:
                    continue  # never committed, or replaced or deleted since
                path = self._folder.path_beside(name, self._database.similar_names(name))
                if self._is_intact(name, path, content):
                    _flush(path)
                    continue
                if path.exists() and not path.stat().st_size:
                    patient.remove(path)  # not worth a place in the trash
                mtime = placing.put(content.path, path)
                _flush(path)
                if self._folder.shared:
                    self._database.note_time(name, mtime)
                restored += 1
            placing.flush()
        return restored

    def _is_intact(self, name: str, path: Path, content: Staged) -> bool:
        """Return whether the file survived; in a shared folder, a later change is Anki's."""
        try:
            time = path.stat().st_mtime_ns
        except FileNotFoundError:
            return False
        if self._folder.shared and time > self._database.time_of(name):
            return True
        return sha1_of(path) == content.sha1


def _flush(path: Path) -> None:
    # Windows flushes only a file that is open for writing; elsewhere it may be write-protected.
    mode = "rb+" if os.name == "nt" else "rb"
    with contextlib.suppress(FileNotFoundError), path.open(mode) as file:  # replaced or deleted
        atomic.flush_file(cast(BinaryIO, file))
