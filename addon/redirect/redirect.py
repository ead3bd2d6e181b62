"""Where the open profile syncs: with another server, or wherever Anki would without us.

Everything here runs on Anki's main thread. Whether phones sync with this computer does not matter
here (see phones/).
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Callable, NamedTuple, Optional

from ..errors import Problem
from .environment import SyncEnvironment
from .identity import Identity
from .media_recheck import MediaRecheck
from .open_profile import OpenProfile
from .settings import Config, Login, ProfileSettings
from .switch import Switch

logger = logging.getLogger(__name__)


class SyncStatus(NamedTuple):
    """The other server that the open profile syncs with; "" if there is none.

    If there is a `problem`, it is unknown where the profile should sync.
    """

    server: str = ""
    problem: Optional[Problem] = None


class Redirect:
    """Redirects the open profile's sync, now and when the profile is opened again."""

    def __init__(
        self,
        switch: Switch,
        profile: OpenProfile,
        environment: SyncEnvironment,
        media: MediaRecheck,
        read_config: Callable[[], Config],
    ) -> None:
        self._switch = switch
        self._profile = profile
        self._environment = environment
        self._media = media
        self._read_config = read_config
        self.status = SyncStatus()

    @property
    def former(self) -> Identity:
        """Where the open profile syncs without us."""
        return self._switch.former

    def next_server(self) -> str:
        """Return the other server to offer, or "". Raises DataFolderUnusable."""
        return self._profile.settings.next_server(self._read_config())

    def switch_to(self, server: str) -> None:
        """Redirect the open profile to another server, also after a restart.

        Raises DataFolderUnusable before anything has changed.
        """
        before = self._profile.settings.server
        # a profile that chooses the server of config.json keeps following it
        choice = "" if server == self._read_config().endpoint else server
        settings = self._profile.update(lambda known: replace(known, server=server, choice=choice))
        self._apply(settings)
        if before != server:
            self._media.request()

    def switch_off(self) -> None:
        """Restore exactly what was there before.

        Raises DataFolderUnusable if that cannot be saved; it is done anyway.
        """
        self._switch.restore()
        self._end()

    def opened(self) -> None:
        """Redirect a profile that was just opened, if it was redirected when it was closed."""
        self._environment.restore()
        self.status = SyncStatus()
        try:
            settings = self._profile.settings
        except Problem as problem:
            # it is unknown whether this profile is redirected: do nothing, and say so
            self.status = SyncStatus(problem=problem)
            return
        if settings.server:
            self._apply(settings)
        if settings.moving:  # Anki's list of the server's media is that of this computer's
            self._media.request()

    def left(self) -> None:
        """End it: something else has set another login."""
        try:
            self._end()
        except Problem as problem:  # Anki is saving the profile, which must go on
            self.status = SyncStatus(problem=problem)

    def logged_in(self, identity: Identity) -> None:
        """Save a new login at the server."""
        login = Login(self.status.server, identity.user, identity.key)
        try:
            self._profile.update(lambda known: known.with_login(login))
        except Problem as problem:  # Anki will ask again next time
            logger.warning("the login cannot be saved: %s", problem)

    def closed(self) -> None:
        """Restore the profile, which Anki has closed."""
        self.status = SyncStatus()
        self._switch.ended()
        self._media.closed()

    def _apply(self, settings: ProfileSettings) -> None:
        login = settings.login_at(settings.server)
        self._switch.apply(Identity.at(login.address, login.user, login.key))
        self._environment.point_at(login.address)
        self.status = SyncStatus(settings.server)

    def _end(self) -> None:
        self.status = SyncStatus()
        self._environment.restore()
        self._media.request()
        self._profile.update(lambda known: replace(known, server=""))
