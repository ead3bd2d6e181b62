"""The phones of the profile now open: whether they may sync, with which account, on which server.

Independent of where the profile itself syncs (redirect/). Everything here runs on Anki's main
thread except `prepare`, which may take a moment.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import Callable, List, Optional

from ..errors import Problem, ServerFailed
from ..redirect.profiles_file import ProfilesFile
from ..redirect.settings import Config, ProfileSettings
from .account import Server, ensure_account
from .own_server import OwnServer, Wait, at_once

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Surroundings:
    """What this needs from Anki and from the machine."""

    profile: Callable[[], Optional[str]]
    """The name of the open profile."""
    read_config: Callable[[], Config]
    make_server: Callable[[Config], Server]
    wait: Wait
    """Waits on the main thread for a phone whose sync ends, and may say so."""


@dataclass(frozen=True)
class Status:
    """What is true of the open profile. With a `problem`, phones are wanted but cannot sync."""

    wanted: bool = False
    problem: Optional[Problem] = None


@dataclass(frozen=True)
class Ready:
    """A server that runs, with an account for a profile."""

    profile: str
    settings: ProfileSettings
    server: Server


class Phones:
    """Switches the open profile's phones on and off and follows Anki's profiles."""

    def __init__(self, around: Surroundings, file: ProfilesFile) -> None:
        self._around = around
        self._file = file
        self._own = OwnServer(around.make_server)
        self._opened = ""
        self._account = ""
        self.status = Status()

    @property
    def server(self) -> Optional[Server]:
        """The running server, while phones may sync."""
        return self._own.running

    @property
    def account(self) -> str:
        """The account of the open profile's phones, while they may sync; else ""."""
        return self._account if self._own.running is not None else ""

    @property
    def settings(self) -> ProfileSettings:
        """What is remembered of the open profile. Raises DataFolderUnusable."""
        return self._file.read(self._profile())

    @property
    def listen(self) -> str:
        """The address of this computer the server is to listen on; see Config."""
        return self._around.read_config().listen

    def opened(self) -> None:
        """Let phones sync with a profile that was just opened, if that is how it was left.

        Called by two of Anki's hooks; does its work once per opening. Never raises.
        """
        profile = self._around.profile()
        if profile is None or profile == self._opened:
            return
        self._opened = profile
        self.status = Status()
        try:
            wanted = self.settings.phones
        except Problem as problem:
            # whether phones sync cannot be known: leave it alone, and say so
            self.status = Status(problem=problem)
            return
        if not wanted:
            return
        try:
            self.commit(self.prepare())
        except Problem as problem:
            self.pause(problem)

    def prepare(self) -> Ready:
        """Start the server and see to the open profile's account. Any thread.

        Raises a Problem; nothing is left running then.
        """
        profile = self._profile()
        server = self._own.running or self._own.start(self._around.read_config())
        try:
            before = self._file.read(profile)
            now = ensure_account(server, profile, before)
            # before anything depends on it: the phones will be given this account
            settings = self._file.update(profile, lambda known: _with_account(known, before, now))
        except Exception as error:
            self._own.drop(server)
            if isinstance(error, Problem):
                raise
            raise ServerFailed(str(error)) from error
        return Ready(profile, settings, server)

    def commit(self, ready: Ready) -> None:
        """Let phones sync from now on, and remember it.

        Raises DataFolderUnusable before anything was changed; what was prepared is dropped then.
        """
        try:
            self._file.update(ready.profile, lambda known: replace(known, phones=True))
        except Problem:
            self.discard(ready)
            raise
        self._own.keep(ready.server)
        self._account = ready.settings.account
        self.status = Status(wanted=True)

    def discard(self, ready: Ready) -> None:
        """Drop what was prepared in vain."""
        self._own.drop(ready.server)

    def is_open(self, ready: Ready) -> bool:
        """Whether the profile something was prepared for is still the open one."""
        return self._around.profile() == ready.profile

    def switch_off(self) -> None:
        """Stop the server. Raises DataFolderUnusable if that cannot be remembered; it is done all
        the same."""
        self._own.keep(None)
        self.status = Status()
        self._file.update(self._profile(), lambda known: replace(known, phones=False))

    def pause(self, problem: Problem) -> None:
        """Phones cannot sync now; they are to, once the problem is solved."""
        logger.warning("phones cannot sync: %s", problem)
        self._own.keep(None)
        self.status = Status(wanted=True, problem=problem)

    def stop_server(self) -> None:
        """Stop the server so that it can start with another port. Any thread; waits for it."""
        self._own.stop_and_wait()

    def moved_over(self) -> None:
        """A profile that synced with its own computer is now bridged. Raises DataFolderUnusable."""
        self._file.update(self._profile(), lambda known: replace(known, moving=False))

    def closed(self, has_windows: bool) -> None:
        """Anki is done with the profile; `has_windows` if something can still be shown."""
        self._opened = ""
        self._own.stop_and_wait(self._around.wait if has_windows else at_once)
        self.status = Status()

    def profiles_of(self, account: str) -> List[str]:
        """The profiles whose phones sync with an account. Raises DataFolderUnusable."""
        return self._file.with_phones(account)

    def password_changed(self, account: str, password: str) -> None:
        """Remember an account's new password, which phones are shown."""
        self._file.update_account(account, lambda known: replace(known, password=password))

    def account_removed(self, account: str) -> None:
        """Forget an account: the next switch on makes another one."""
        self._file.update_account(account, lambda known: replace(known, account="", password=""))

    def _profile(self) -> str:
        name = self._around.profile()
        assert name is not None, "a profile is open"
        return name


def _with_account(
    known: ProfileSettings, before: ProfileSettings, now: ProfileSettings
) -> ProfileSettings:
    """Return what is known with what is new of the account; the person may have changed the
    password meanwhile."""
    return replace(
        known,
        account=now.account if now.account != before.account else known.account,
        password=now.password if now.password != before.password else known.password,
    )
