"""The open profile's phones: whether they may sync, with which account, on which server.

Where the profile itself syncs does not matter here (see redirect/). Everything runs on Anki's main
thread except `prepare`, which may take a moment: another program may have the server's files
locked.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Callable, Dict, List, NamedTuple, Optional, Type, TypeVar

from ..errors import Problem, ServerFailed
from ..redirect.open_profile import OpenProfile
from ..redirect.profiles_file import ProfilesFile
from ..redirect.settings import Config, ProfileSettings
from .account import ensure_account
from .own_server import OwnServer, WaitForStop, wait_silently

if TYPE_CHECKING:
    from ..hosting import LanServer

logger = logging.getLogger(__name__)

T = TypeVar("T")


Prepare = Callable[[], "Ready"]
InBackground = Callable[[Prepare, Callable[["Ready"], None], Callable[[Problem], None]], None]
"""Calls the first in a thread, then one of the others on the main thread with what came of it."""


class PhonesHost(NamedTuple):
    """What `Phones` needs from Anki and from the machine."""

    profile: Callable[[], Optional[str]]
    """The name of the open profile."""
    read_config: Callable[[], Config]
    make_server: Callable[[Config], LanServer]
    in_background: InBackground
    wait: WaitForStop
    """Waits on the main thread until a phone has finished its sync; may show that it does."""


class PhonesStatus(NamedTuple):
    """Whether phones should sync with the open profile, and the `problem` that prevents it."""

    wanted: bool = False
    problem: Optional[Problem] = None


class Ready:
    """A running server with an account for a profile, which is stopped unless it is committed.

    Use it as a context manager: leaving the block stops the server, unless `Phones.commit` has kept
    it, or `later` has passed it to a callback, which then runs in such a block itself. So no path
    can leave the server running.
    """

    def __init__(
        self,
        profile: str,
        settings: ProfileSettings,
        server: LanServer,
        drop: Callable[[LanServer], None],
    ) -> None:
        """`drop` stops an unused server."""
        self.profile = profile
        self.settings = settings
        self.server = server
        self._drop = drop
        self._passed_on = False
        self._settled = False

    def __enter__(self) -> Ready:
        self._passed_on = False
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        _error: Optional[BaseException],
        _traceback: Optional[TracebackType],
    ) -> None:
        if kind is not None or not self._passed_on:
            self._settle(self._drop)

    def later(self, callback: Callable[[T], None]) -> Callable[[T], None]:
        """Keep the server until the callback has run. If there are several, one must be called."""
        self._passed_on = True

        def run(value: T) -> None:
            with self:
                callback(value)

        return run

    def keep(self, keep: Callable[[LanServer], None]) -> None:
        """Give the server to `keep`, which is then responsible for it."""
        self._settle(keep)

    def _settle(self, take: Callable[[LanServer], None]) -> None:
        if not self._settled:
            self._settled = True
            take(self.server)


class Phones:
    """Switches the open profile's phones on and off, and follows Anki's profiles."""

    def __init__(self, host: PhonesHost, file: ProfilesFile, profile: OpenProfile) -> None:
        self._host = host
        self._file = file
        self._profile = profile
        self._own = OwnServer(host.make_server)
        self._opened = ""
        self._account = ""
        self._passwords: Dict[str, str] = {}
        self.status = PhonesStatus()
        self.on_started: Callable[[], None] = lambda: None
        """Called when the server of a newly opened profile is running, or could not start."""

    @property
    def server(self) -> Optional[LanServer]:
        """The running server, while phones may sync."""
        return self._own.running

    @property
    def account(self) -> str:
        """The account of the open profile's phones while they may sync; "" otherwise."""
        return self._account if self._own.running is not None else ""

    @property
    def config(self) -> Config:
        """config.json: where the server listens, and to whom."""
        return self._host.read_config()

    def opened(self) -> None:
        """Let phones sync with a profile that was just opened, if they could when it was closed.

        Called by two of Anki's hooks; does its work once per opening. The server starts in the
        background; then `on_started` is called, even if it could not start. Never raises.
        """
        profile = self._host.profile()
        if profile is None or profile == self._opened:
            return
        self._opened = profile
        self.status = PhonesStatus()
        try:
            wanted = self._profile.settings.phones
        except Problem as problem:
            # it is unknown whether phones should sync: do nothing, and say so
            self.status = PhonesStatus(problem=problem)
            return
        if not wanted:
            return
        self.status = PhonesStatus(wanted=True)
        stops = self._own.stops

        def started(ready: Ready) -> None:
            with ready:
                if stops == self._own.stops and self._own.running is None:
                    self._commit_or_pause(ready)
                    self.on_started()

        def failed(problem: Problem) -> None:
            # not if the person has switched off or on meanwhile
            if stops == self._own.stops and self._own.running is None:
                self.pause(problem)
                self.on_started()

        self._host.in_background(lambda: self._prepare(profile, stops), started, failed)

    def _commit_or_pause(self, ready: Ready) -> None:
        try:
            self.commit(ready)
        except Problem as problem:
            self.pause(problem)

    def prepare(self) -> Ready:
        """Start the server and make sure that the open profile has an account. Any thread.

        Raises a Problem, and then leaves nothing running.
        """
        return self._prepare(self._profile.name, self._own.stops)

    def _prepare(self, profile: str, stops: int) -> Ready:
        server = self._own.running or self._own.start(self._host.read_config(), stops)
        try:
            before = self._file.read(profile)
            now = ensure_account(server, profile, before)
            # saved first, as phones will use this account
            settings = self._file.update(profile, lambda known: _with_account(known, before, now))
        except Exception as error:
            self._own.drop(server)
            if isinstance(error, Problem):
                raise
            raise ServerFailed(str(error)) from error
        return Ready(profile, settings, server, self._own.drop)

    def commit(self, ready: Ready) -> None:
        """Let phones sync from now on, also after a restart.

        Raises DataFolderUnusable before anything has changed.
        """
        self._file.update(ready.profile, lambda known: replace(known, phones=True))
        ready.keep(self._own.keep)
        self._account = ready.settings.account
        self.status = PhonesStatus(wanted=True)

    def is_open(self, ready: Ready) -> bool:
        """Return whether the profile that `ready` was prepared for is still open."""
        return self._host.profile() == ready.profile

    def switch_off(self) -> None:
        """Stop the server, even if this raises DataFolderUnusable because that cannot be saved."""
        self._own.stop()
        self.status = PhonesStatus()
        self._profile.update(lambda known: replace(known, phones=False))

    def pause(self, problem: Problem) -> None:
        """Stop the server until the problem is solved; phones should still sync."""
        logger.warning("phones cannot sync: %s", problem)
        self._own.stop()
        self.status = PhonesStatus(wanted=True, problem=problem)

    def stop_server(self) -> None:
        """Stop the server and wait, for example to start it on another port. Any thread."""
        self._own.stop_and_wait()

    def closed(self, has_windows: bool) -> None:
        """Stop, as Anki has closed the profile; `has_windows` if windows can still be shown."""
        self._opened = ""
        self._own.stop_and_wait(self._host.wait if has_windows else wait_silently)
        self.status = PhonesStatus()

    def profiles_of(self, account: str) -> List[str]:
        """Return the profiles whose phones sync with an account. Raises DataFolderUnusable."""
        return self._file.with_phones(account)

    def password_of(self, account: str) -> str:
        """Return an account's password, to be shown for phones; "" where it is not known.

        Those of other people's accounts are kept in memory alone. Raises DataFolderUnusable.
        """
        return self._file.password_of(account) or self._passwords.get(account, "")

    def password_changed(self, account: str, password: str) -> None:
        """Save an account's new password, to show it when a phone is connected."""
        self._passwords[account] = password
        self._file.update_account(account, lambda known: replace(known, password=password))

    def account_removed(self, account: str) -> None:
        """Forget an account; switching on again creates another one."""
        self._passwords.pop(account, None)
        self._file.update_account(account, lambda known: replace(known, account="", password=""))


def _with_account(
    known: ProfileSettings, before: ProfileSettings, now: ProfileSettings
) -> ProfileSettings:
    """Merge what is new about the account into the present record.

    The person may have changed the password in the meantime.
    """
    return replace(
        known,
        account=now.account if now.account != before.account else known.account,
        password=now.password if now.password != before.password else known.password,
    )
