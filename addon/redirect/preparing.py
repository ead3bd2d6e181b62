"""All that can be done for a redirect before the profile is touched; it may take a moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, Optional

from ..errors import Problem, ServerFailed
from .account import Server, ensure_login
from .address import own_address
from .identity import Identity
from .own_server import OwnServer
from .profiles_file import ProfilesFile
from .settings import Config, Mode, ProfileSettings, Target


@dataclass(frozen=True)
class Ready:
    """All that is needed to redirect a profile, prepared in the background."""

    profile: str
    identity: Identity
    settings: ProfileSettings
    server: Optional[Server]
    """Running; None when another server is the target."""

    @property
    def account_is_empty(self) -> bool:
        """Whether our server waits for the collection's first upload."""
        return self.server is not None and not self.server.has_collection(self.settings.account)


class Preparation:
    """Runs in any thread."""

    def __init__(
        self, file: ProfilesFile, own: OwnServer, read_config: Callable[[], Config]
    ) -> None:
        self._file = file
        self._own = own
        self._read_config = read_config

    def of(self, profile: str, chosen: Optional[Target]) -> Ready:
        """Prepare a profile for a target; None = where switching on leads to. Raises a Problem."""
        config = self._read_config()
        settings = self._file.read(profile)
        if chosen is not None:
            # who chooses what config.json says goes on following it
            follows = chosen == Target.of(config)
            settings = replace(settings, choice=Target(Mode.OFF) if follows else chosen)
        settings = replace(settings, target=settings.next_target(config))
        if settings.target.mode is Mode.ANOTHER_SERVER:
            login = settings.login_at(settings.target.address)
            identity = Identity.at(login.address, login.user, login.key)
            return Ready(profile, identity, settings, None)
        return self._with_own_server(profile, settings, config)

    def _with_own_server(self, profile: str, settings: ProfileSettings, config: Config) -> Ready:
        server = self._own.running or self._own.start(config)
        before = settings
        try:
            settings = ensure_login(server, profile, before)
            # before anything depends on it: the phones will be given this account
            self._file.update(profile, lambda known: _with_new_login(known, before, settings))
        except Exception as error:
            self._own.drop(server)
            if isinstance(error, Problem):
                raise
            raise ServerFailed(str(error)) from error
        address = own_address(config.listen, server.port)
        identity = Identity.at(address, settings.account, settings.key)
        return Ready(profile, identity, settings, server)


def _with_new_login(
    known: ProfileSettings, before: ProfileSettings, now: ProfileSettings
) -> ProfileSettings:
    """Return what is known with the parts of the login that are new; the person may have changed
    the password meanwhile."""
    return replace(
        known,
        account=now.account if now.account != before.account else known.account,
        password=now.password if now.password != before.password else known.password,
        key=now.key if now.key != before.key else known.key,
    )
