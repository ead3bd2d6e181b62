"""Where the open profile syncs: with another server, or wherever Anki would without us.

Everything here runs on Anki's main thread. Whether phones sync with this computer does not matter
here (see phones/).
"""

from __future__ import annotations

import contextlib
import logging
from dataclasses import replace
from pathlib import Path
from typing import Callable, NamedTuple, Optional

from ..errors import Problem
from ..store import patient
from .environment import SyncEnvironment
from .home import HomeKeeper
from .identity import Identity
from .profiles_file import ProfilesFile
from .settings import Config, Login, Place, ProfileSettings
from .switch import ProfileManager, Switch, Watcher

logger = logging.getLogger(__name__)


class SyncHost(NamedTuple):
    """What `ProfileSync` needs from Anki."""

    pm: ProfileManager
    read_config: Callable[[], Config]
    recheck_media: Callable[[], bool]
    """Makes Anki compare all media with the server at its next sync; False if it cannot now."""
    collection_is_open: Callable[[], bool]
    read_schema: Callable[[], int]
    """The open collection's schema stamp, in ms."""
    write_schema: Callable[[int], None]
    loads_next_time: Callable[[], bool]
    """False once this add-on was disabled or deleted."""
    environment: SyncEnvironment
    closed: Callable[[bool], None]
    """Called when Anki has synced a profile for the last time, with whether it has windows."""


class SyncStatus(NamedTuple):
    """The other server that the open profile syncs with; "" if there is none.

    If there is a `problem`, it is unknown where the profile should sync.
    """

    server: str = ""
    problem: Optional[Problem] = None


class ProfileSync:
    """Redirects the open profile's sync, and follows Anki's profiles."""

    def __init__(self, host: SyncHost, file: ProfilesFile) -> None:
        self._host = host
        self._file = file
        self._switch = Switch(host.pm, host.collection_is_open)
        self._opened: Optional[object] = None
        self._home = HomeKeeper(file, host.read_schema, host.write_schema)
        self._recheck_media_when_closed = False
        self._sync_starting = False
        self.status = SyncStatus()
        self.on_change: Callable[[], None] = lambda: None
        """Called in any thread when something else has changed the status."""

    def guard(self) -> None:
        """Start following what Anki does to its profiles. Once per program."""
        self._switch.guard(
            Watcher(
                left=self._left,
                logged_in=self._logged_in,
                closed=self.closed,
                renamed=self._renamed,
                removed=self._removed,
                key_wanted=self._key_wanted,
            )
        )

    @property
    def settings(self) -> ProfileSettings:
        """The record of the open profile. Raises DataFolderUnusable."""
        return self._file.read(self._profile())

    @property
    def former(self) -> Identity:
        """Where the open profile syncs without us."""
        if self._switch.on:
            return self._switch.former
        return Identity.read_from(self._host.pm.profile or {})

    def next_server(self) -> str:
        """Return the other server to offer, or "". Raises DataFolderUnusable."""
        return self.settings.next_server(self._host.read_config())

    def remember(self, login: Login) -> None:
        """Save the open profile's login at another server. Raises DataFolderUnusable."""
        self._file.update(self._profile(), lambda known: known.with_login(login))

    def why_not_saved(self) -> Optional[Problem]:
        """Return why a switch could not be saved now; None if it could. Rewrites the record."""
        try:
            self._file.update(self._profile(), lambda known: known)
        except Problem as problem:
            return problem
        return None

    def opened(self) -> None:
        """Redirect a profile that was just opened, if it was redirected when it was closed.

        Called by two of Anki's hooks; only the first call does anything. Never raises.
        """
        profile = self._host.pm.profile
        self._switch.watch()
        if profile is None or profile is self._opened:
            return
        self._opened = profile
        self._host.environment.restore()
        self.status = SyncStatus()
        try:
            settings = self.settings
        except Problem as problem:
            # it is unknown whether this profile is redirected: do nothing, and say so
            self.status = SyncStatus(problem=problem)
            return
        if settings.server:
            self._redirect(settings)
        if settings.moving:  # Anki's list of the server's media is that of this computer's
            self._recheck_media()

    def switch_to(self, server: str) -> None:
        """Redirect the open profile to another server, also after a restart.

        Raises DataFolderUnusable before anything has changed.
        """
        before = self.settings.server
        # a profile that chooses the server of config.json keeps following it
        choice = "" if server == self._host.read_config().endpoint else server
        settings = self._file.update(
            self._profile(), lambda known: replace(known, server=server, choice=choice)
        )
        self._redirect(settings)
        if before != server:
            self._recheck_media()

    def switch_off(self) -> None:
        """Restore exactly what was there before.

        Raises DataFolderUnusable if that cannot be saved; it is done anyway.
        """
        self._switch.restore()
        self._end()

    def issued(self, key: str, address: Optional[str]) -> None:
        """Record a host key from a login; see Switch. Any thread."""
        self._switch.issued(key, address)

    def sync_starts(self) -> None:
        """Prepare for Anki's sync of the collection."""
        self._switch.watch()
        self._switch.notice()
        self._sync_starting = True

    def sync_ended(self) -> None:
        """Check what a sync has changed in the profile."""
        self._sync_starting = False
        self._switch.watch()
        self._switch.notice()

    def closing(self) -> None:
        """Prepare for Anki closing the profile, after a last sync."""
        self._switch.watch()

    def closed(self, has_windows: bool = True) -> None:
        """Restore the profile: Anki is done with it, and there is no later opportunity.

        Called at every sign of that; only the first call does anything. Never raises.
        """
        if self._opened is None:
            return
        self._opened = None
        self._host.closed(has_windows)
        self.status = SyncStatus()
        try:
            self._switch.ended()
            self._leave_for_good_if_going()
        except Exception as error:
            logger.warning("the profile could not be restored: %s", error)

    def _key_wanted(self) -> None:
        """Make sure that nothing is merged by another server's numbers.

        Not earlier: another add-on may still change the login when the sync has been announced.
        """
        if not self._sync_starting:
            return
        self._sync_starting = False
        if self._host.pm.profile is not None and self._host.collection_is_open():
            server = self.status.server
            user = Identity.read_from(self._host.pm.profile).user if server else ""
            self._home.sync_starts(self._profile(), Place(server, user))

    def _redirect(self, settings: ProfileSettings) -> None:
        login = settings.login_at(settings.server)
        self._switch.apply(Identity.at(login.address, login.user, login.key))
        self._host.environment.point_at(login.address)
        self.status = SyncStatus(settings.server)

    def _recheck_media(self) -> None:
        self._recheck_media_when_closed = not self._host.recheck_media()

    def _end(self) -> None:
        self.status = SyncStatus()
        self._host.environment.restore()
        self._recheck_media()
        self._file.update(self._profile(), lambda known: replace(known, server=""))

    def _left(self) -> None:
        try:
            self._end()
        except Problem as problem:  # Anki is saving the profile, which must go on
            self.status = SyncStatus(problem=problem)
        self.on_change()

    def _logged_in(self, identity: Identity) -> None:
        try:
            self.remember(Login(self.status.server, identity.user, identity.key))
        except Problem as problem:  # Anki will ask again next time
            logger.warning("the login cannot be saved: %s", problem)

    def _renamed(self, old: str, new: str) -> None:
        try:
            self._file.rename(old, new)
        except Problem as problem:  # Anki is in the middle of renaming
            logger.warning("the record of %r cannot be renamed: %s", old, problem)

    def _removed(self, name: str) -> None:
        try:
            self._file.remove(name)
        except Problem as problem:
            logger.warning(
                "the record of the removed profile %r cannot be deleted: %s", name, problem
            )

    def _leave_for_good_if_going(self) -> None:
        """Clean up if the add-on was disabled. Anki does not tell, so this runs at each closing."""
        names = [self._profile()] if self._recheck_media_when_closed else []
        self._recheck_media_when_closed = False
        if not self._host.loads_next_time():
            # other profiles may be redirected too, and we will not see them opened again
            names += self._file.leave_servers()
        for name in names:
            _forget_media_state(Path(self._host.pm.base) / name)

    def _profile(self) -> str:
        name = self._host.pm.name
        assert name is not None, "a profile is open"
        return name


def _forget_media_state(profile_folder: Path) -> None:
    """Do what `col.media.force_resync()` does, for a collection that is closed.

    The file lists the media on the server. Without it, Anki compares all files with the server at
    the next sync; with the list of another server, it would think that missing files were sent.
    """
    with contextlib.suppress(FileNotFoundError):
        patient.remove(profile_folder / "collection.media.db2")
