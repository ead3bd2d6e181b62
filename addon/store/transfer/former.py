"""What is kept of a user's folder that an import has replaced.

Its backups stay, its collection becomes one, and media that the new folder lacks goes to the trash.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from .. import atomic, patient
from ..faults import StoreFault
from ..media.database import MediaDatabase, MediaFile
from ..media.folder import TRASH_BYTES, MediaFolder, new_batch
from ..media.journal import Journal
from ..paths import UserFolder
from . import backups

log = logging.getLogger(__name__)


def keep_former(former: UserFolder, folder: UserFolder) -> Path | None:
    """Keep what matters of the folder `former` in `folder`, which has replaced it, and remove the
    rest; return the backup that its collection has become, if there was one.

    Everything is renamed, for which a full disk has room. Media stays where it is if the trash
    would not keep it (at most 1 GiB), or if a crash interrupted an upload. Raises OSError and
    sqlite3.Error; then `former` still has what was not moved.
    """
    _move_content(former.backups, folder.backups)
    backup = None
    if former.has_collection:
        backup = backups.move(former.collection, folder.backups)
    ours = MediaFolder(folder.media)
    _move_content(MediaFolder(former.media).trash, ours.trash)
    if _discard_media(former, folder, ours):
        patient.remove_tree(former.root)
        atomic.flush_folder(former.root.parent)
    return backup


def _discard_media(former: UserFolder, folder: UserFolder, ours: MediaFolder) -> bool:
    """Move to the trash what `folder` lacks; return whether nothing had to stay."""
    if not former.media.is_dir():
        return True
    if Journal.of(former.media).exists:
        log.warning("a crash interrupted an upload of media, which stays in %s", former.media)
        return False
    theirs = MediaFolder(former.media)
    kept = {file.name: file.sha1 for file in _files(folder)}
    same = {
        theirs.path_of(each.name) for each in _files(former) if kept.get(each.name) == each.sha1
    }
    lacking = [
        path
        for path in theirs.path.iterdir()
        if str(path) not in same and not path.name.startswith(atomic.PREFIX)
    ]
    if sum(path.stat().st_size for path in lacking) > TRASH_BYTES:
        log.warning("the replaced media does not fit into the trash and stays in %s", former.media)
        return False
    batch = ours.trash / new_batch()
    for path in lacking:
        ours.discard(path, batch)
    if lacking:
        atomic.flush_folder(batch)
    return True


def _files(folder: UserFolder) -> Sequence[MediaFile]:
    """Return the files in a folder's database, none if it cannot be read."""
    if folder.media_db.exists():
        with (
            contextlib.suppress(sqlite3.Error, StoreFault),
            contextlib.closing(MediaDatabase(folder.media_db)) as database,
        ):
            return list(database.files())
    return ()


def _move_content(source: Path, target: Path) -> None:
    """Move all that is in a folder to another one."""
    if not source.is_dir():
        return
    atomic.make_folder(target, mode=0o700)
    for path in source.iterdir():
        patient.rename(path, target / path.name)
    atomic.flush_folder(target)
