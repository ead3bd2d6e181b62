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

import math
import os
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import IO, BinaryIO

from .. import atomic
from ..faults import Invalid, Missing, NotNow
from ..paths import UserFolder
from . import names as media_names
from .database import MediaDatabase, MediaFile
from .folder import MediaFolder, Placing
from .merge_in import MergeIn
from .shared import SharedFolder
from .zip import MAX_FILES, TARGET_BYTES, Change, staged_upload, write_download

MAX_CHANGES = 1000
# Seconds for which a device may wait until we have looked at a shared folder: clients give up after
# 30 with nothing heard.
LONGEST_LOOK_S = 5.0


class MediaStore:
    """One user's media: a folder and `media.db`, both made when missing.

    Any thread may call, one at a time: the caller holds the user's lock. Every method may raise
    NotNow (database locked or of another version, folder gone, disk full) and sqlite3.Error.
    """

    def __init__(self, own: Path, database: Path, shared: Path | None = None) -> None:
        """`own` is the user's folder of our own; `shared` one that Anki uses as well, in its place:
        then `own` is merged into it."""
        self._folder = MediaFolder(own) if shared is None else MediaFolder(shared, shared=True)
        self._database = MediaDatabase(database)
        self._shared = None if shared is None else SharedFolder(self._folder, self._database)
        """None where the folder is our own alone."""
        self._merge_in = MergeIn(MediaFolder(own), self._folder, self._database)

    @classmethod
    def of(cls, folder: UserFolder) -> MediaStore:
        """The media of a user."""
        return cls(folder.media, folder.media_db, folder.shared_media)

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

    def refresh(self, seconds: float = math.inf, *, deletions_are_meant: bool = False) -> bool:
        """Take up what Anki changed in a shared folder; to be called before a device is told.

        Returns False where `seconds` did not suffice: to be called again. Raises FilesGone where
        so much is gone that a person must be asked; with `deletions_are_meant` it is deleted
        everywhere.
        """
        if self._shared is None:
            return True
        end = time.monotonic() + seconds

        def enough() -> bool:
            return time.monotonic() > end

        try:
            self._require_folder()
            if not self._merge_in.run(enough):
                return False
            return self._shared.refresh(enough, deletions_are_meant)
        except OSError as error:
            raise NotNow("the desktop's media folder cannot be read") from error

    def show(self) -> None:
        """Make Anki look once more at a shared folder: what was put there while Anki synced its
        media itself would be seen at the next change only, or never. Raises OSError."""
        if self._shared is not None:
            self._shared.show()

    def apply_upload(
        self, zip_file: BinaryIO, admit: Callable[[], None] = lambda: None
    ) -> tuple[int, int]:
        """Stores the additions, replacements and deletions of one zip, all or none.

        `zip_file` must be seekable. Returns how many entries the zip had and the newest usn. A
        usn is taken for each real change: none for identical content or what is gone already.
        Raises Invalid when anything in the zip is not as it must be. `admit` is called when all
        is unpacked and nothing is changed yet, and refuses by raising.
        """
        self._require_folder()
        if not self.refresh(LONGEST_LOOK_S):  # what we do not know of yet must not be replaced
            raise NotNow("the desktop's media folder is still being looked through")
        try:
            with staged_upload(zip_file, self._folder.staging) as changes:
                admit()
                return len(changes), self._apply(changes)
        except OSError as error:
            raise NotNow("uploaded media cannot be stored") from error

    def zip_of(self, names: Sequence[str]) -> BinaryIO:
        """A zip of the first of `names` (at least one, until 2.5 MiB), positioned at 0.

        The caller closes it. Raises Invalid for more than 25 names, and Missing when a file is
        not here. If it should be here but is missing or not what was stored, it is forgotten.
        """
        self._require_folder()
        self.refresh(LONGEST_LOOK_S)  # Anki may have changed one since the device was told of it
        if self._shared is not None and self._merge_in.is_due:
            raise NotNow("media are still being moved to the desktop's folder")
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
            raise NotNow("media cannot be read for a download") from error
        if lost:
            archive.close()
            self._lose(lost)
            raise Missing(f"{len(lost)} media files are missing or damaged, like {lost[0].name!r}")
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
        self._note_left_behind(placing.finish(), changes)
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
        mtime = placing.put(content.path, path)
        file = MediaFile(name, content.sha1, content.size)
        self._database.put(file, old, None if self._shared is None else mtime)
        if self._shared is not None:
            self._shared.wrote(name, mtime)

    def _note_left_behind(self, paths: Sequence[Path], changes: Sequence[Change]) -> None:
        """So that a deleted file is not taken for a new one."""
        if self._shared is None or not paths:
            return
        for name, content in changes:
            path = self._folder.path_of(name)
            if content is None and path in paths:
                self._database.note_time(name, path.stat().st_mtime_ns)

    def _lose(self, files: Sequence[MediaFile]) -> None:
        """Files are missing or not what they were; in a shared folder Anki has changed them."""
        if self._shared is None:
            self._database.forget(files)
            return
        self._shared.doubt(files)
        self.refresh(LONGEST_LOOK_S)

    def _first_of(self, names: Sequence[str]) -> list[MediaFile]:
        if len(names) > MAX_FILES:
            raise Invalid(f"{len(names)} media files asked for, at most {MAX_FILES} are allowed")
        files: list[MediaFile] = []
        size = 0
        for name in names:
            media_names.check_text(name)
            file = self._database.find(name)
            if file is None:
                raise Missing(f"media file {name!r} was asked for and is not here")
            files.append(file)
            size += file.size
            if size > TARGET_BYTES:
                break
        return files

    def _require_folder(self) -> None:
        try:
            if self._shared is None:
                self._require_own()
            elif not self._folder.path.is_dir():
                raise NotNow("the desktop's media folder is not there")
            else:
                self._folder.make_ready()
        except OSError as error:
            raise NotNow("the media folder cannot be used") from error

    def _require_own(self) -> None:
        folder = self._folder.path
        if folder.is_dir():
            return
        if self.count() > 0:  # a disk that is not mounted must not make us forget all files
            raise NotNow("the media folder is gone, but its files are expected")
        atomic.make_folder(folder)
