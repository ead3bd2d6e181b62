"""What is done to a user's data besides syncing: backups, deleted media, checks."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from ..errors import BackupDamaged, DataFolderUnusable, NoSuchBackup, StoreBusy
from ..protocol.faults import Unavailable
from ..store.faults import Invalid, StoreFault
from ..store.media import trash
from ..store.media.store import MediaStore
from ..store.media.trash import Trashed
from ..store.paths import UserFolder
from ..store.transfer import backup_files, check, copies
from ..store.transfer.check import Repaired
from ..store.transfer.put_back import Replaced, put_back
from .app import SyncApp
from .backup_keeper import BackupKeeper, BackupPolicy
from .events import (
    BackupFailed,
    CollectionPutBack,
    CollectionUploaded,
    DesktopUpdated,
    Event,
    SyncFinished,
)

# Seconds to wait for the request of a device.
_PATIENCE = 5.0
# A session without a request for this long (s) keeps no backup waiting: its phone is gone.
_VANISHED = 2.0

Media = Callable[[], AbstractContextManager[MediaStore]]


class Upkeep:
    """Works on the data of a running server. Methods that name a user are for a thread."""

    def __init__(self, users: Path, app: SyncApp, policy: BackupPolicy) -> None:
        """`users` has a folder for each user."""
        self._users = users
        self._app = app
        self._keeper = BackupKeeper(
            users,
            policy,
            app.hold_if_idle,
            app.run_beside,
            lambda: app.users.session_was_used_since(time.monotonic() - _VANISHED),
            lambda user, reason: app.announce(BackupFailed(user, "", None, reason)),
        )

    def start(self) -> None:
        """Look after everybody's backups from now on."""
        self._keeper.start()

    def stop(self) -> None:
        """Begin nothing more, and stop what is being done as soon as possible."""
        self._keeper.stop()

    def on_event(self, event: Event) -> None:
        """Note what an event means for backups."""
        if isinstance(event, (SyncFinished, CollectionUploaded, DesktopUpdated)):
            self._keeper.changed(event.user)
        if isinstance(event, BackupFailed):
            self._keeper.note_trouble(event.user, event.reason)

    def restore(self, user: str, backup: str) -> Replaced | None:
        """Put the backup of that name in place of a user's collection, which becomes a backup.

        Returns what that has replaced. Raises NoSuchBackup, BackupDamaged, StoreBusy and
        DataFolderUnusable.
        """
        with self._held(user) as folder:
            undone = restore(folder, backup)
        former = "" if undone is None else undone.backup.stem
        self._app.announce(CollectionPutBack(user, "", None, former))
        self._keeper.changed(user)
        return undone

    def back_up(self, user: str) -> Path | None:
        """Back up a user's collection now; return the backup, None if there is no collection.

        Raises DataFolderUnusable.
        """
        folder = UserFolder(self._users / user)
        try:
            made = copies.back_up(folder)
        except (OSError, sqlite3.Error) as error:
            raise DataFolderUnusable(folder.backups, str(error)) from error
        self._keeper.changed(user)
        return made

    def check(self, user: str) -> Repaired:
        """Find and repair what is wrong with a user's collection and media; reads all of it.

        Raises StoreBusy and DataFolderUnusable.
        """
        with self._held(user) as folder:
            repaired = repair(folder, self._app.users.get(user).media)
        self._keeper.changed(user)
        return repaired

    def put_back_media(self, user: str, files: Sequence[Trashed]) -> None:
        """Send deleted or replaced media to all devices again. Raises DataFolderUnusable."""
        put_back_media(UserFolder(self._users / user), self._app.users.get(user).media, files)

    def trouble(self, user: str) -> str:
        """Return why backups of this user cannot be made, in the system's words; "" if they can."""
        return self._keeper.trouble(user)

    @contextlib.contextmanager
    def _held(self, user: str) -> Iterator[UserFolder]:
        with self._app.hold_if_idle(user, _PATIENCE) as held:
            if not held:
                raise StoreBusy
            yield UserFolder(self._users / user)


def restore(folder: UserFolder, name: str) -> Replaced | None:
    """Do what `Upkeep.restore` does with a collection that the caller holds."""
    found = backup_files.find(folder, name)
    if found is None:
        raise NoSuchBackup(name)
    try:
        return put_back(folder, found.path, int(time.time() * 1000))
    except Invalid as error:
        raise BackupDamaged(found.name, str(error)) from error
    except (OSError, sqlite3.Error) as error:
        raise DataFolderUnusable(folder.root, str(error)) from error


def repair(folder: UserFolder, media: Media) -> Repaired:
    """Do what `Upkeep.check` does with a collection that the caller holds."""
    with _explained(folder):
        return check.check_data(folder, media, int(time.time() * 1000))


def put_back_media(folder: UserFolder, media: Media, files: Sequence[Trashed]) -> None:
    """Do what `Upkeep.put_back_media` does."""
    with _explained(folder), media() as store:
        trash.put_back_files(store, files)


@contextlib.contextmanager
def _explained(folder: UserFolder) -> Iterator[None]:
    try:
        yield
    except (StoreFault, Unavailable, OSError, sqlite3.Error) as error:
        cause = f" ({error.__cause__})" if error.__cause__ else ""
        raise DataFolderUnusable(folder.root, f"{error}{cause}") from error
