"""What is done to a user's data besides syncing, while no server runs on it.

Each function does what the method of `server.upkeep.Upkeep` does, and also raises DataFolderInUse.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from .hosting import claim_data_folder
from .server import upkeep
from .store.media.store import MediaStore
from .store.media.trash import Trashed
from .store.paths import UserFolder, users_path
from .store.transfer.check import Repaired
from .store.transfer.put_back import Replaced


def restore(data: Path, user: str, backup: str) -> Replaced | None:
    """Put the backup of that name in place of a user's collection."""
    with claim_data_folder(data):
        return upkeep.restore(UserFolder(users_path(data) / user), backup)


def check(data: Path, user: str) -> Repaired:
    """Find and repair what is wrong with a user's collection and media."""
    folder = UserFolder(users_path(data) / user)
    with claim_data_folder(data):
        return upkeep.repair(folder, lambda: _opened(folder))


def put_back_media(data: Path, user: str, files: Sequence[Trashed]) -> None:
    """Send deleted or replaced media to all devices again."""
    folder = UserFolder(users_path(data) / user)
    with claim_data_folder(data):
        upkeep.put_back_media(folder, lambda: _opened(folder), files)


@contextlib.contextmanager
def _opened(folder: UserFolder) -> Iterator[MediaStore]:
    with contextlib.closing(MediaStore.of(folder)) as media:
        media.sweep()
        yield media
