"""One user's media: what the methods of media sync need, built on files and media.db.

Folder and database have the format of Anki's own sync server and can be moved there and back.

Why a crash does no harm. An upload is stored in this order:

1. Every member is unpacked and checked: small ones in memory, others, and all for a shared folder,
   under a temporary name. A crash, or anything wrong with the zip, leaves folder and database as
   they were, except for temporary files (`sweep`).
2. The zip is appended to the journal and flushed (`journal.py`). From here on a crash, or a power
   cut, delays the upload, but does not undo it: the server repeats what is not in the database.
3. Inside one transaction each file is put into place. A new one in our own folder is written right
   there: what a crash leaves of it has no row, so nobody gets it, and is repeated. Any other is
   renamed into place; what it replaces has first been given a second name in the trash. If anything
   fails here, all is undone, and the journal forgets the zip.
4. The transaction commits, without a flush of its own. From here on the database is right about
   every file it names. What a power cut takes of both is restored from the journal, which is kept
   until they are flushed.
5. Files of deleted rows move to the trash. A crash before that leaves a file without a row, which
   does no harm: it is not served. In a shared folder, the row has the file's time, by which it is
   known and removed.

An upload of deletions only is not kept in the journal: its commit is flushed.

Other orders are worse: if we committed before renaming, the client's second attempt would find the
file "identical" though it is not there; if we removed before committing, we would lose it.

A missing file is forgotten, as by Anki's own server: its row is removed, and no usn is taken. If it
were marked deleted, every client would delete its own, good copy. Instead the counts differ at the
next sanity check of a client that has the file, and that client compares everything and sends it.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import BinaryIO

from .. import atomic
from ..faults import Invalid, Missing, NotNow
from ..paths import UserFolder
from . import names as media_names
from .check import MediaFaults, changed_unnoticed, check_own
from .database import MediaDatabase, MediaFile
from .download_zip import Download, write_download
from .folder import Lost, MediaFolder, Placing
from .journal import Journal
from .merge_in import MergeIn
from .shared import SharedFolder
from .unflushed import Unflushed
from .zip import IN_MEMORY, MAX_FILES, TARGET_BYTES, Staged, UploadEntry, staged_upload

MAX_CHANGES = 1000
# Seconds that a device may have to wait while we look at a shared folder: clients give up after 30
# seconds of silence.
MAX_SCAN_S = 5.0


class MediaStore:
    """One user's media: a folder and `media.db`, both created if missing.

    Any thread may call, one at a time: the caller holds the user's lock. Every method may raise
    NotNow (database locked or of another version, folder missing, disk full) and sqlite3.Error.
    """

    def __init__(self, own: Path, database: Path, shared: Path | None = None) -> None:
        """Use our folder `own`, or `shared`, which Anki uses too: `own` is then merged into it."""
        ours = MediaFolder(own)
        self._folder = ours if shared is None else MediaFolder(shared, shared=True)
        # the trash of `own` stays when the folder itself is merged and gone
        self._swept = (ours,) if shared is None else (ours, self._folder)
        self._database = MediaDatabase(database)
        self._shared = None if shared is None else SharedFolder(self._folder, self._database)
        """None if the folder is only ours."""
        self.trouble: NotNow | None = None
        """Why a shared folder could not be used at the last look; None if it could."""
        self._merge_in = MergeIn(ours, self._folder, self._database)
        self._unflushed = Unflushed(Journal.of(own), self._folder, self._database)
        self._in_memory = IN_MEMORY if shared is None else 0
        self._may_recover = False  # nobody else has an upload running: a journal is of a crash

    @classmethod
    def of(cls, folder: UserFolder) -> MediaStore:
        """Return the media of a user."""
        return cls(folder.media, folder.media_db, folder.shared_media)

    def close(self) -> None:
        """Flush what is not flushed, and close the database; the next call opens it again."""
        self._unflushed.try_to_flush()
        self._database.close()

    def last_usn(self) -> int:
        return self._database.totals().last_usn

    def count(self) -> int:
        """Return the number of files that are not deleted, which `mediaSanity` compares."""
        return self._database.totals().files

    def total_bytes(self) -> int:
        return self._database.totals().total_bytes

    def changes_since(self, usn: int, limit: int = MAX_CHANGES) -> list[tuple[str, int, str]]:
        """Return (name, usn, sha1 in hex or "" if deleted) of changes after `usn`, oldest first."""
        return self._database.changes_since(usn, limit)

    def refresh(self, seconds: float = math.inf, *, deletions_confirmed: bool = False) -> bool:
        """Register what Anki changed in a shared folder; call it before a device asks for changes.

        Returns False if `seconds` were not enough: call it again. Raises FilesMissing if so much
        has disappeared that the user must be asked; with `deletions_confirmed` it is deleted
        everywhere.
        """
        self._recover()
        if self._shared is None or self._unflushed.awaits_recovery:
            return True
        end = time.monotonic() + seconds

        def out_of_time() -> bool:
            return time.monotonic() > end

        with self._trouble_noted("the desktop's media folder cannot be read"):
            self._require_folder()
            if not self._merge_in.run(out_of_time):
                return False
            return self._shared.refresh(out_of_time, deletions_confirmed)

    def prompt_rescan(self) -> None:
        """Make Anki look again at a shared folder. Raises OSError.

        Otherwise it would notice what was put there during its own media sync only at the next
        change, or never.
        """
        if self._shared is not None:
            self._unflushed.try_to_flush()
            self._shared.prompt_rescan()

    def apply_upload(
        self, zip_file: BinaryIO, admit: Callable[[], None] = lambda: None
    ) -> tuple[int, int]:
        """Apply the additions, replacements and deletions of one zip, all or none.

        `zip_file` must be seekable. `admit` is called when all is unpacked and nothing has changed
        yet; it refuses by raising. Returns the number of entries in the zip and the newest usn.
        Each real change takes a usn, but identical content and files already deleted do not. Raises
        Invalid if anything in the zip is wrong.
        """
        self._require_folder()
        try:
            with staged_upload(zip_file, self._folder.staging, self._in_memory) as changes:
                # files we do not know yet must not be replaced
                if not self._look_at([change.name for change in changes]):
                    raise NotNow("the desktop's media folder is still being scanned")
                admit()
                self._apply(changes, zip_file)
                return len(changes), self.last_usn()
        except OSError as error:
            raise NotNow("uploaded media cannot be stored") from error

    def zip_of(self, names: Sequence[str]) -> Download:
        """Return a zip of the first of `names` (at least one, up to 2.5 MiB).

        The caller closes it. Raises Invalid for more than 25 names, and Missing if a file is not
        here. If it should be here but is missing or differs from its row, it is forgotten.
        """
        if len(names) > MAX_FILES:
            raise Invalid(f"{len(names)} media files requested, more than {MAX_FILES}")
        for name in names:
            media_names.check_text(name)
        self._require_folder()
        self._look_at(names)  # Anki may have changed one since the device was told of it
        if self._shared is not None and self._merge_in.is_due:
            raise NotNow("media is still being moved to the desktop's folder")
        lost: dict[str, MediaFile] = {}

        def content(file: MediaFile) -> Iterator[bytes]:
            try:
                yield from self._folder.content(file)
            except Lost:
                lost[file.name] = file

        try:
            files = self._first_of(names)
            archive = write_download(files, content)
        except OSError as error:
            raise NotNow("media cannot be read for a download") from error
        if lost:
            archive.close()
            self._lose(list(lost.values()))
            raise Missing(f"{len(lost)} media files are missing or damaged, like {min(lost)!r}")
        return Download(archive, len(files))

    @property
    def is_settled(self) -> bool:
        """Whether every file is flushed."""
        return not self._unflushed.any_left

    def settle(self) -> None:
        """Flush a few of the files that are not flushed yet; for when no device waits.

        Raises OSError and sqlite3.Error.
        """
        self._unflushed.flush_some()

    def sweep(self, now: datetime | None = None) -> None:
        """Repair what crashes left; remove trash older than 30 days or over 1 GiB. `now` in UTC.

        No upload of this user may be running. What a power cut took cannot be made again while the
        folder is missing or the disk is full; then `refresh` tries again. Raises OSError.
        """
        self._may_recover = True
        with suppress(NotNow):  # the collection can still sync
            self._recover()
        for folder in self._swept:
            folder.sweep(now or datetime.now(timezone.utc))

    def tidy(self, now: datetime | None = None) -> None:
        """Remove such trash when it is due. `now` in UTC. Raises OSError."""
        for folder in self._swept:
            folder.tidy(now or datetime.now(timezone.utc))

    def check(self) -> MediaFaults:
        """Find and repair what is wrong; reads every file. See check.py."""
        self._require_folder()
        self.refresh()
        if self._shared is None:
            return check_own(self._folder, self._database)
        changed = changed_unnoticed(self._folder, self._database)
        if changed:
            self._lose(changed)
        return MediaFaults([], [], [each.name for each in changed], self._database.recount())

    def _recover(self) -> None:
        if not self._may_recover:
            return
        if self._unflushed.awaits_recovery:
            with self._trouble_noted("media that a power cut took cannot be restored"):
                self._require_folder()
                self._unflushed.recover(self._repeat)
        self._may_recover = False  # from now on, the journal is our own

    @contextmanager
    def _trouble_noted(self, failure: str) -> Iterator[None]:
        """Turn an OSError into a NotNow that says `failure`."""
        try:
            yield
        except OSError as error:
            self.trouble = NotNow(failure)
            raise self.trouble from error
        except NotNow as error:
            self.trouble = error
            raise
        self.trouble = None

    def _look_at(self, names: Sequence[str]) -> bool:
        """Register what Anki changed, if these files are not as we know them.

        Returns False if there was not enough time.
        """
        self._recover()
        if self._shared is None or self._unflushed.awaits_recovery:
            return True
        if not self._merge_in.is_due and self._shared.has_as_known(names):
            return True
        return self.refresh(MAX_SCAN_S)

    def _apply(self, changes: Sequence[UploadEntry], zip_file: BinaryIO) -> None:
        is_kept = any(change.content for change in changes)
        with self._unflushed.kept(zip_file) if is_kept else nullcontext():
            placing = self._put_in_place(changes, flushed=not is_kept)
        self._unflushed.add(placing.files)
        self._finish(placing, changes)

    def _repeat(self, changes: Sequence[UploadEntry]) -> None:
        """Apply an upload again that a power cut took."""
        self._finish(self._put_in_place(changes, flushed=True), changes)

    def _put_in_place(self, changes: Sequence[UploadEntry], *, flushed: bool) -> Placing:
        with Placing(self._folder) as placing, self._database.transaction(flushed=flushed):
            known = self._database.find_all([change.name for change in changes])
            for change in changes:
                self._register(change, known, placing)
            placing.flush()
        return placing

    def _finish(self, placing: Placing, changes: Sequence[UploadEntry]) -> None:
        self._note_removed(placing.finish(), changes)
        self.tidy()

    def _register(self, change: UploadEntry, known: dict[str, MediaFile], placing: Placing) -> None:
        """Apply a line of an upload, and note it in `known`, what the database has."""
        name, content = change
        old = known.get(name)
        if content is None:
            if old is not None:
                path = self._folder.path_of(name)
                self._unflushed.flush_before_trash(path)
                self._database.mark_deleted(old, self._time_in_shared(path))
                placing.remove_after_commit(path)
                del known[name]
        elif old is None or old.sha1 != content.sha1:
            known[name] = MediaFile(name, content.sha1, content.size)
            self._database.put(known[name], old, self._place(name, content, old, placing))

    def _place(
        self, name: str, content: Staged, old: MediaFile | None, placing: Placing
    ) -> int | None:
        """Put a file in its place; return its time (ns) in a shared folder."""
        path = self._folder.path_of(name)
        if old is None and content.data is not None and placing.add(content.data, path):
            return None
        if old is None and os.path.lexists(path):
            # Left by a crash, or, on a disk that ignores case, the file of another name.
            path = self._folder.path_beside(name, self._database.similar_names(name))
        self._unflushed.flush_before_trash(path)
        mtime = placing.put(content.unpacked(), path)
        if self._shared is None:
            return None
        self._shared.note_written(name, mtime)
        return mtime

    def _time_in_shared(self, path: str) -> int | None:
        """Return the time (ns) of a file that would look like a new one of Anki's if it stayed."""
        if self._shared is None or not os.path.exists(path):
            return None
        return os.stat(path).st_mtime_ns

    def _note_removed(self, stay: Sequence[str], changes: Sequence[UploadEntry]) -> None:
        """Tell the shared folder which deleted files are gone, unlike those that `stay`."""
        removed = [
            name
            for name, content in changes
            if content is None and self._folder.path_of(name) not in stay
        ]
        if self._shared is not None and removed:
            self._shared.note_removed(removed)

    def _lose(self, files: Sequence[MediaFile]) -> None:
        """Forget files that are missing or differ; in a shared folder, Anki has changed them."""
        if self._shared is None:
            self._database.forget(files)
            return
        self._shared.distrust(files)
        self.refresh(MAX_SCAN_S)

    def _first_of(self, names: Sequence[str]) -> list[MediaFile]:
        known = self._database.find_all(names)
        files: list[MediaFile] = []
        size = 0
        for name in names:
            if name not in known:
                raise Missing(f"media file {name!r} was requested and is not here")
            files.append(known[name])
            size += known[name].size
            if size > TARGET_BYTES:
                break
        return files

    def _require_folder(self) -> None:
        try:
            if self._shared is None:
                self._require_own()
            elif not self._folder.path.is_dir():
                raise NotNow("the desktop's media folder is missing")
            else:
                self._folder.make_ready()
        except OSError as error:
            raise NotNow("the media folder cannot be used") from error

    def _require_own(self) -> None:
        folder = self._folder.path
        if folder.is_dir():
            return
        if self.count() > 0:  # we must not forget all files because a disk is not mounted
            raise NotNow("the media folder is missing, though it should have files")
        atomic.make_folder(folder)
