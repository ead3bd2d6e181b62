"""What the redirect does when Anki opens, syncs, renames, removes and closes profiles."""

from __future__ import annotations

import logging
from typing import Callable, NamedTuple, Optional

from ..errors import Problem
from .home import HomeKeeper
from .identity import Identity
from .media_recheck import MediaRecheck
from .profiles_file import ProfilesFile
from .redirect import Redirect
from .settings import Place
from .switch import ProfileManager, Switch, Watcher

logger = logging.getLogger(__name__)


class FollowedAnki(NamedTuple):
    """What `ProfileFollower` needs from Anki."""

    pm: ProfileManager
    collection_is_open: Callable[[], bool]
    loads_next_time: Callable[[], bool]
    """False once this add-on was disabled or deleted."""
    closed: Callable[[bool], None]
    """Called when Anki has synced a profile for the last time, with whether it has windows."""


class ProfileFollower:
    """Follows Anki's profiles. Runs on the main thread, except where a method says otherwise."""

    def __init__(
        self,
        anki: FollowedAnki,
        file: ProfilesFile,
        switch: Switch,
        redirect: Redirect,
        media: MediaRecheck,
        home: HomeKeeper,
    ) -> None:
        self._anki = anki
        self._file = file
        self._switch = switch
        self._redirect = redirect
        self._media = media
        self._home = home
        self._opened: Optional[object] = None
        self._sync_starting = False
        self.on_left: Callable[[], None] = lambda: None
        """Called in any thread when something else has ended the redirect."""

    def guard(self) -> None:
        """Start following. Once per program."""
        self._switch.guard(
            Watcher(
                left=self._left,
                logged_in=self._redirect.logged_in,
                closed=self.closed,
                renamed=self._renamed,
                removed=self._removed,
                key_wanted=self._key_wanted,
            )
        )

    def opened(self) -> None:
        """Redirect a profile that was just opened, if it was redirected when it was closed.

        Called by two of Anki's hooks; only the first call does anything. Never raises.
        """
        profile = self._anki.pm.profile
        self._switch.watch()
        if profile is None or profile is self._opened:
            return
        self._opened = profile
        self._redirect.opened()

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
        self._anki.closed(has_windows)
        try:
            self._redirect.closed()
            self._leave_for_good_if_going()
        except Exception as error:
            logger.warning("the profile could not be restored: %s", error)

    def _leave_for_good_if_going(self) -> None:
        """Clean up if the add-on was disabled. Anki does not tell, so this runs at each closing."""
        if not self._anki.loads_next_time():
            # other profiles may be redirected too, and we will not see them opened again
            for name in self._file.leave_servers():
                self._media.forget(name)

    def _key_wanted(self) -> None:
        """Make sure that nothing is merged by another server's numbers.

        Not earlier: another add-on may still change the login when the sync has been announced.
        """
        if not self._sync_starting:
            return
        self._sync_starting = False
        profile = self._anki.pm.profile
        if profile is not None and self._anki.collection_is_open():
            server = self._redirect.status.server
            user = Identity.read_from(profile).user if server else ""
            self._home.sync_starts(Place(server, user))

    def _left(self) -> None:
        self._redirect.left()
        self.on_left()

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
