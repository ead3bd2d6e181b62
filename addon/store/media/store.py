"""The media of one user: what the methods of media sync need, on files and media.db.

Folder and database are those of Anki's own sync server and can be carried there and back.

Why a crash does no harm. An upload is stored in this order:

1. Every member is unpacked to a temporary name and flushed. A crash, or anything wrong with the
   zip, leaves folder and database as they were, but for temporary files (`sweep`).
2. Inside one transaction each is renamed into place; what it replaces has got a second name in
   the trash before. Then the folder is flushed. A crash here rolls the database back. A new file
   without a row is no harm: it is not served, and the client, which had no answer, sends it
   again. A replaced file then has a row with the old sha1: `zip_of` compares, serves no file that
   is not what its row says, and treats it as missing.
3. The transaction commits. From here on the database is right about every file it names.
4. Files of deleted rows move to the trash. A crash before leaves a file without a row, as in 2.

The other orders are worse: a commit before the rename would answer the client's second attempt
with "identical" while the file is not there, and removing before the commit would lose it.

A missing file is forgotten as Anki's own server does: its row goes, no usn is taken. Marking it
deleted would make every client delete its own, good copy. So instead the counts differ at the
next sanity check of a client that has the file, the client compares everything, and sends it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import IO, BinaryIO

from ...protocol.faults import BadRequest, Conflict, Unavailable
from .. import atomic
from . import names as media_names
from .database import MediaDatabase, MediaFile
from .folder import MediaFolder, Placing
from .zip import MAX_FILES, TARGET_BYTES, Change, staged_upload, write_download

MAX_CHANGES = 1000


class MediaStore:
    """One user's `media/` (`folder`) and `media.db` (`database`); both are made when missing.

    Any thread may call, one at a time: the caller holds the user's lock. Every method may raise
    Unavailable (database locked or of another version, folder gone, disk full) and sqlite3.Error.
    """

    def __init__(self, folder: Path, database: Path) -> None:
        self._folder = MediaFolder(folder)
        self._database = MediaDatabase(database)

    def close(self) -> None:
        """Closes the database; the next call opens it again."""
        self._database.close()

    def last_usn(self) -> int:
        return self._database.totals().last_usn

    def count(self) -> int:
        """Files that are not deleted; what `mediaSanity` compares."""
        return self._database.totals().files

    def total_bytes(self) -> int:
        return self._database.totals().total_bytes

    def changes_since(self, usn: int, limit: int = MAX_CHANGES) -> list[tuple[str, int, str]]:
        """(name, usn, sha1 in hex or "" when deleted) of what is newer than `usn`, oldest first."""
        return self._database.changes_since(usn, limit)

    def apply_upload(
        self, zip_file: BinaryIO, admit: Callable[[], None] = lambda: None
    ) -> tuple[int, int]:
        """Stores the additions, replacements and deletions of one zip, all or none.

        `zip_file` must be seekable. Returns how many entries the zip had and the newest usn. A
        usn is taken for each real change: none for identical content or what is gone already.
        Raises BadRequest when anything in the zip is not as it must be. `admit` is called when all
        is unpacked and nothing is changed yet, and refuses by raising.
        """
        self._require_folder()
        try:
            with staged_upload(zip_file, self._folder.path) as changes:
                admit()
                return len(changes), self._apply(changes)
        except OSError as error:
            raise Unavailable("uploaded media cannot be stored") from error

    def zip_of(self, names: Sequence[str]) -> BinaryIO:
        """A zip of the first of `names` (at least one, until 2.5 MiB), positioned at 0.

        The caller closes it. Raises BadRequest for more than 25 names, and Conflict when a file is
        not here. If it should be here but is missing or not what was stored, it is forgotten.
        """
        self._require_folder()
        files = self._first_of(names)
        rows = {file.name: file for file in files}
        lost: list[MediaFile] = []

        def copy(name: str, target: IO[bytes]) -> None:
            try:
                intact = self._folder.copy(name, target) == rows[name].sha1
            except FileNotFoundError:
                intact = False
            if not intact:
                lost.append(rows[name])

        try:
            archive = write_download([file.name for file in files], copy)
        except OSError as error:
            raise Unavailable("media cannot be read for a download") from error
        if lost:
            archive.close()
            self._database.forget(lost)
            raise Conflict(f"{len(lost)} media files are missing or damaged, like {lost[0].name!r}")
        return archive

    def sweep(self, now: datetime | None = None) -> None:
        """Removes leftovers of crashes, and trash over 30 days old or beyond 1 GiB. `now` in UTC.

        No upload of this user may be running. Raises OSError.
        """
        self._folder.sweep(now or datetime.now(timezone.utc))

    def tidy(self, now: datetime | None = None) -> None:
        """Removes such trash where it may have become too old or too much. `now` in UTC."""
        self._folder.tidy(now or datetime.now(timezone.utc))

    def _apply(self, changes: Sequence[Change]) -> int:
        with Placing(self._folder) as placing, self._database.transaction():
            for change in changes:
                self._register(change, placing)
            placing.settle()
        placing.finish()
        self.tidy()
        return self.last_usn()

    def _register(self, change: Change, placing: Placing) -> None:
        name, content = change
        old = self._database.find(name)
        if content is None:
            if old is not None:
                self._database.mark_deleted(old)
                placing.doom(self._folder.path_of(name))
            return
        if old is not None and old.sha1 == content.sha1:
            return
        path = self._folder.path_of(name)
        if old is None and os.path.lexists(path):
            # Left by a crash, or, on a disk that ignores case, the file of another name.
            path = self._folder.path_beside(name, self._database.similar_names(name))
        self._database.put(MediaFile(name, content.sha1, content.size), old)
        placing.put(content.path, path)

    def _first_of(self, names: Sequence[str]) -> list[MediaFile]:
        if len(names) > MAX_FILES:
            raise BadRequest(f"{len(names)} media files asked for, at most {MAX_FILES} are allowed")
        files: list[MediaFile] = []
        size = 0
        for name in names:
            media_names.check_text(name)
            file = self._database.find(name)
            if file is None:
                raise Conflict(f"media file {name!r} was asked for and is not here")
            files.append(file)
            size += file.size
            if size > TARGET_BYTES:
                break
        return files

    def _require_folder(self) -> None:
        folder = self._folder.path
        if folder.is_dir():
            return
        if self.count() > 0:  # a disk that is not mounted must not make us forget all files
            raise Unavailable(f"the media folder {folder} is gone, but its files are expected")
        atomic.make_folder(folder)
