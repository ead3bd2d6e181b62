"""Look after everybody's backups in the background, while no device waits.

A changed collection is backed up once a day, what was made in haste is packed, and old backups are
thinned out. Between changes nothing runs: a timer waits until the next backup is due.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from .. import threads
from ..store.keep import Keep
from ..store.paths import UserFolder
from ..store.transfer import backup_files
from ..store.transfer.backup_files import Backup, list_backups
from ..store.transfer.copies import back_up, require_room
from ..store.transfer.packing import Stopped, pack
from ..store.transfer.thinning import thin

log = logging.getLogger(__name__)

DAY = 86400.0  # seconds between two daily backups
_AFTER_FAILURE = 3600.0  # seconds
_WHILE_BUSY = 60.0  # seconds until a store that a device uses is looked at again
# Backups that show when the stored collection was last backed up.
_OF_THE_STORE = (*backup_files.OF_THE_STORE, backup_files.MANUAL)


@dataclass(frozen=True)
class BackupPolicy:
    """How many backups are kept, and how many seconds after a change they are looked after."""

    keep: Keep = field(default_factory=Keep)
    quiet: float = 60.0


class BackupKeeper:
    """Looks after the backups of all users. Any thread may call."""

    def __init__(
        self,
        users: Path,
        policy: BackupPolicy,
        hold: Callable[[str, float], AbstractContextManager[bool]],
        run_beside: Callable[[Callable[[], object], str], None],
        is_busy: Callable[[], bool],
        failed: Callable[[str, str], None],
        now: Callable[[], float] = time.time,
    ) -> None:
        """`users` has a folder for each user. `hold` and `run_beside` are those of SyncApp;
        `is_busy` tells whether a device syncs; `failed` is called with a user and what went wrong;
        `now` returns seconds since 1970."""
        self._users = users
        self._policy = policy
        self._hold = hold
        self._run_beside = run_beside
        self._is_busy = is_busy
        self._failed = failed
        self._now = now
        self._guard = threading.Lock()
        self._working = threading.Lock()
        self._stopped = threading.Event()
        self._pending: set[str] = set()
        self._timer: threading.Timer | None = None
        self._moment = 0.0  # when it fires (monotonic s)
        self._troubles: dict[str, str] = {}

    def start(self) -> None:
        """Look after everybody soon."""
        with contextlib.suppress(OSError):
            names = {folder.name for folder in self._users.iterdir() if folder.is_dir()}
            if names:
                self._later(names, self._policy.quiet)

    def changed(self, user: str) -> None:
        """Look after a user whose collection or backups have changed, a little later."""
        self._later({user}, self._policy.quiet)

    def trouble(self, user: str) -> str:
        """Return why backups of this user cannot be made, in the system's words; "" if they can."""
        return self._troubles.get(user, "")

    def note_trouble(self, user: str, reason: str) -> bool:
        """Remember why a backup could not be made, until one can; return whether it is new."""
        is_new = self._troubles.get(user) != reason
        self._troubles[user] = reason
        return is_new

    def stop(self) -> None:
        """Begin nothing more, and stop what is being done as soon as possible."""
        self._stopped.set()
        with self._guard:
            if self._timer is not None:
                self._timer.cancel()

    def _later(self, users: set[str], seconds: float) -> None:
        """Look after these users, and those who wait already, unless that comes sooner anyway."""
        moment = time.monotonic() + seconds
        with self._guard:
            self._pending |= users
            if self._stopped.is_set() or (self._timer is not None and self._moment <= moment):
                return
            if self._timer is not None:
                self._timer.cancel()
            self._timer = threads.start_later(seconds, self._begin, "lan-sync-backups")
            self._moment = moment

    def _begin(self) -> None:
        with self._guard:
            self._timer = None
        self._run_beside(self._work, "lan-sync-backups")

    def _work(self) -> None:
        with self._working:
            with self._guard:
                users, self._pending = self._pending, set()
            waits: dict[str, float] = {}
            try:
                for user in sorted(users):
                    wait = self._look_after(user)
                    if wait is not None:
                        waits[user] = wait
            except Stopped:
                return
            if waits:
                self._later(set(waits), min(waits.values()))

    def _look_after(self, user: str) -> float | None:
        """Return after how many seconds to look again; None if only a change makes that needed."""
        folder = UserFolder(self._users / user)
        try:
            wait = self._back_up_if_due(user, folder)
            self._pack(folder)
            thin(list_backups(folder), self._policy.keep, self._now(), folder.other_structure)
        except (OSError, sqlite3.Error) as error:
            log.warning("backups of %r cannot be looked after: %s", user, error)
            if self.note_trouble(user, str(error)):
                self._failed(user, str(error))
            return _AFTER_FAILURE
        self._troubles.pop(user, None)
        return wait

    def _back_up_if_due(self, user: str, folder: UserFolder) -> float | None:
        wait = self._seconds_until_due(folder)
        if wait is None or wait > 0:
            return wait
        with self._hold(user, 0) as held:
            if not held:
                return _WHILE_BUSY
            folder.backups.mkdir(mode=0o700, exist_ok=True)
            require_room(folder.backups, folder.collection.stat().st_size)
            back_up(folder, backup_files.DAILY)
        return None

    def _seconds_until_due(self, folder: UserFolder) -> float | None:
        if not folder.has_collection:
            return None
        changed = folder.collection.stat().st_mtime
        made = [each.made for each in list_backups(folder) if each.reason in _OF_THE_STORE]
        # what a wrong clock has dated in the future tells nothing
        newest = max((each for each in made if each <= self._now() + DAY), default=0.0)
        if made and changed <= newest:
            return None
        return max(0.0, newest + DAY - self._now())

    def _pack(self, folder: UserFolder) -> None:
        for backup in list_backups(folder):
            if backup.path.suffix == backup_files.UNPACKED and _is_ours_to_pack(folder, backup):
                require_room(folder.backups, backup.size)
                with contextlib.suppress(FileNotFoundError):  # removed meanwhile
                    pack(backup.path, self._may_go_on)

    def _may_go_on(self) -> bool:
        """Wait while a device syncs; return False once the server stops."""
        while self._is_busy() and not self._stopped.wait(0.2):
            pass
        return not self._stopped.is_set()


def _is_ours_to_pack(folder: UserFolder, backup: Backup) -> bool:
    if not backup.reason or backup.path == folder.other_structure:
        return False
    # a second name of the file in use: a replacement is under way, or was interrupted
    return not (folder.has_collection and backup.path.samefile(folder.collection))
