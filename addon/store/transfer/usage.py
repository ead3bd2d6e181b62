"""How much disk space a user's data takes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..media.folder import MediaFolder
from ..paths import UserFolder


@dataclass(frozen=True)
class Usage:
    """Sizes in bytes."""

    collection: int
    media: int
    backups: int
    trash: int  # media files that were replaced or deleted, kept for a month

    @property
    def total(self) -> int:
        return self.collection + self.media + self.backups + self.trash


def usage_of(folder: UserFolder) -> Usage:
    """Add up the sizes of a user's files; all are zero if there is no folder.

    Looks at every media file, which takes some tenths of a second for 50,000 of them.
    """
    seen: set[tuple[int, int]] = set()
    media = MediaFolder(folder.media)
    return Usage(
        collection=sum(_sizes_beside(folder.collection, seen)),
        media=sum(_sizes(media.path)) + sum(_sizes_beside(folder.media_db, seen)),
        # A backup may still be the collection itself under a second name.
        backups=sum(_once(path, seen) for path in _files(folder.backups)),
        trash=sum(_sizes(media.trash)) + _shared_trash(folder),
    )


def _shared_trash(folder: UserFolder) -> int:
    """Return the size of the trash beside Anki's media folder; that folder itself is not ours."""
    shared = folder.shared_media
    return 0 if shared is None else sum(_sizes(MediaFolder(shared, shared=True).trash))


def _sizes_beside(database: Path, seen: set[tuple[int, int]]) -> Iterator[int]:
    """Yield the sizes of a database and its journals."""
    for ending in ("", "-journal", "-wal", "-shm"):
        yield _once(str(database) + ending, seen)


def _once(path: str, seen: set[tuple[int, int]]) -> int:
    """Return a file's size, or 0 if it was already counted under another name."""
    try:
        status = os.stat(path)
    except OSError:
        return 0
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        return 0
    seen.add(identity)
    return status.st_size


def _sizes(folder: Path) -> Iterator[int]:
    for path in _files(folder):
        try:
            yield os.lstat(path).st_size
        except OSError:  # removed by a sync meanwhile
            continue


def _files(folder: Path) -> Iterator[str]:
    for parent, _folders, names in os.walk(folder):
        for name in names:
            yield os.path.join(parent, name)
