"""Back up a side before it loses something."""

from __future__ import annotations

from pathlib import Path

from ..store.paths import UserFolder
from ..store.transfer import backups
from ..store.transfer.backup_files import DESKTOP, REPLACED
from ..store.transfer.copies import back_up, keep_copy
from .desktop import Desktop


def copy_store(folder: UserFolder) -> Path:
    """Back up what is committed in the store. Raises sqlite3.Error and OSError."""
    made = back_up(folder, REPLACED)
    assert made is not None, "the store has a collection"
    backups.prune(made, REPLACED)
    return made


def copy_collection(desktop: Desktop, folder: UserFolder) -> Path:
    """Back up the desktop's collection. Raises OSError and what Anki raises."""
    made = keep_copy(folder, DESKTOP, desktop.copy_to)
    backups.prune(made, DESKTOP)
    return made
