"""The redirect of the profile now open: its server, its settings, and what is true at the moment.

Everything here runs on Anki's main thread except `prepare`, which may take a moment.
"""

from __future__ import annotations

import contextlib
import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable, List, Optional

from ..errors import Problem
from .account import Server
from .address import own_address
from .environment import SyncEnvironment
from .home import HomeKeeper
from .identity import Identity
from .own_server import OwnServer, Wait
from .preparing import Preparation, Ready
from .profiles_file import ProfilesFile
from .settings import Config, Login, Mode, Place, ProfileSettings, Target
from .switch import ProfileManager, Switch, Watcher

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Surroundings:
    """What the redirect needs from Anki and from the machine."""

    pm: ProfileManager
    read_config: Callable[[], Config]
    make_server: Callable[[Config], Server]
    recheck_media: Callable[[], bool]
    """Make Anki compare all media with the server at its next sync; False if it cannot now."""
    collection_is_open: Callable[[], bool]
    read_schema: Callable[[], int]
    """The open collection's schema stamp, in ms."""
    write_schema: Callable[[int], None]
    loads_next_time: Callable[[], bool]
    """False once this add-on was disabled or deleted."""
    environment: SyncEnvironment
    wait: Wait
    """Waits on the main thread for a phone whose sync ends, and may say so."""


@dataclass(frozen=True)
class Status:
    """What is true of the open profile. With a `problem`, the target is wanted but sync pauses."""

    target: Target
    problem: Optional[Problem] = None

    @property
    def wanted(self) -> bool:
        """Whether the profile is to sync with us, working or not."""
        return self.target.mode is not Mode.OFF


class ProfileSync:
    """Switches the open profile's sync on and off and follows Anki's profiles."""

    def __init__(self, around: Surroundings, file: ProfilesFile) -> None:
        self._around = around
        self._file = file
        self._switch = Switch(around.pm, around.collection_is_open)
        self._opened: Optional[object] = None
        self._own = OwnServer(around.make_server)
        self._preparation = Preparation(file, self._own, around.read_config)
        self._home = HomeKeeper(file, around.read_schema, around.write_schema)
        self._recheck_media_when_closed = False
        self._sync_starting = False
        self.status = Status(Target(Mode.OFF))
        self.on_change: Callable[[], None] = lambda: None
        """Called in any thread when the status changes by what is done elsewhere."""

    def guard(self) -> None:
        """Start to follow what Anki does to its profiles. Once per program."""
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
    def server(self) -> Optional[Server]:
        """The running server, while this computer is the server."""
        return self._own.running

    @property
    def settings(self) -> ProfileSettings:
        """What is remembered of the open profile. Raises DataFolderUnusable."""
        return self._file.read(self._profile())

    @property
    def former(self) -> Identity:
        """Where the open profile syncs when it is switched off."""
        if self._switch.on:
            return self._switch.former
        return Identity.read_from(self._around.pm.profile or {})

    def next_target(self) -> Target:
        """Where switching on leads to. Raises DataFolderUnusable."""
        return self.settings.next_target(self._around.read_config())

    def remember(self, login: Login) -> None:
        """Keep a login at another server for the open profile. Raises DataFolderUnusable."""
        self._file.update(self._profile(), lambda known: known.with_login(login))

    def why_not_remembered(self) -> Optional[Problem]:
        """Why a switch could not be remembered now; None if it can. Writes the record as it is."""
        try:
            self._file.update(self._profile(), lambda known: known)
        except Problem as problem:
            return problem
        return None

    def profiles_of(self, account: str) -> List[str]:
        """The profiles that sync with an account of this computer. Raises DataFolderUnusable."""
        return self._file.syncing_with(account)

    def password_changed(self, account: str, password: str) -> None:
        """Remember an account's new password, which phones are shown."""
        self._file.update_account(account, lambda known: replace(known, password=password))

    def account_removed(self, account: str) -> None:
        """Forget an account: the next switch on makes another one."""
        self._file.update_account(
            account, lambda known: replace(known, account="", password="", key="")
        )

    @property
    def listen(self) -> str:
        """The address of this computer the server is to listen on; see Config."""
        return self._around.read_config().listen

    def opened(self) -> None:
        """Redirect a profile that was just opened, if that is how it was left.

        Called by two of Anki's hooks; does its work once per opening. Never raises. If our server
        does not start, the profile's sync is paused for this session (logged out, in memory only):
        its AnkiWeb login must not step in silently, or both servers would drift apart.
        """
        profile = self._around.pm.profile
        self._switch.watch()
        if profile is None or profile is self._opened:
            return
        self._opened = profile
        self._around.environment.restore()
        self.status = Status(Target(Mode.OFF))
        try:
            settings = self.settings
        except Problem as problem:
            # whether this profile is redirected cannot be known: leave it alone, and say so
            self.status = Status(Target(Mode.OFF), problem)
            return
        if settings.target.mode is Mode.OFF:
            return
        try:
            self.commit(self.prepare())
        except Problem as problem:
            self._pause(settings.target, problem)

    def prepare(self, chosen: Optional[Target] = None) -> Ready:
        """Get everything ready to redirect the open profile, without touching it. Any thread.

        To where the person has just chosen, else to where it was chosen before or config.json says.
        Raises a Problem; nothing is left running then.
        """
        return self._preparation.of(self._profile(), chosen)

    def commit(self, ready: Ready) -> None:
        """Redirect the open profile to what was prepared, and remember it.

        Raises DataFolderUnusable before anything was changed; what was prepared is dropped then.
        """
        try:
            before = self._file.read(ready.profile).target
            self._file.update(
                ready.profile,
                lambda known: replace(
                    known, target=ready.settings.target, choice=ready.settings.choice
                ),
            )
        except Problem:
            self.discard(ready)
            raise
        self._own.keep(ready.server)
        self._switch.apply(ready.identity)
        self._around.environment.point_at(ready.identity.address)
        self.status = Status(ready.settings.target)
        if before != ready.settings.target:
            self._recheck_media()

    def discard(self, ready: Ready) -> None:
        """Drop what was prepared in vain."""
        if ready.server is not None:
            self._own.drop(ready.server)

    def switch_off(self) -> None:
        """Put back what was there before, exactly, and stop the server.

        Raises DataFolderUnusable if that cannot be remembered; it is done all the same.
        """
        self._switch.restore()
        self._end()

    def pause(self, problem: Problem) -> None:
        """Syncing cannot go on (the server did not come back): log out in memory, keep wanting."""
        self._own.keep(None)
        self._pause(self.status.target, problem)

    def stop_server(self) -> None:
        """Stop the server so that it can start with another port. Any thread; waits for it."""
        self._own.stop_and_wait()

    def issued(self, key: str, address: Optional[str]) -> None:
        """Take note of a host key that a login has brought; see Switch. Any thread."""
        self._switch.issued(key, address)

    def sync_starts(self) -> None:
        """Anki is about to sync the collection."""
        self._switch.watch()
        self._switch.notice()
        self._sync_starting = True

    def sync_ended(self) -> None:
        """Look at what a sync has changed in the profile."""
        self._sync_starting = False
        self._switch.watch()
        self._switch.notice()

    def closing(self) -> None:
        """Anki is about to close the profile, after a last sync."""
        self._switch.watch()

    def closed(self, wait: Optional[Wait] = None) -> None:
        """Anki is done with the profile: the last moment anything can be put right.

        Called by each sign of it that there is; does its work once per opening. Never raises.
        `wait` is for when there is no window any more.
        """
        if self._opened is None:
            return
        self._opened = None
        self._own.stop_and_wait(wait or self._around.wait)
        self.status = Status(Target(Mode.OFF))
        try:
            self._switch.ended()
            self._leave_for_good_if_going()
        except Exception as error:
            logger.warning("the profile was not left as it was found: %s", error)

    def _key_wanted(self) -> None:
        """See to it that nothing is merged by another server's numbers: not before, since another
        add-on may still change the login when the sync has been announced."""
        if not self._sync_starting:
            return
        self._sync_starting = False
        if self._around.pm.profile is not None and self._around.collection_is_open():
            identity = Identity.read_from(self._around.pm.profile)
            self._home.sync_starts(self._profile(), _place(self.status.target, identity))

    def schema_at(self, ready: Ready) -> int:
        """The schema stamp (ms) the open collection would have where `ready` leads to; none that
        a server has if it must not be merged there."""
        place = _place(ready.settings.target, ready.identity)
        return self._home.stamp_at(ready.settings.home, place)

    def is_open(self, ready: Ready) -> bool:
        """Whether the profile something was prepared for is still the open one."""
        return self._around.collection_is_open() and self._around.pm.name == ready.profile

    def _pause(self, target: Target, problem: Problem) -> None:
        logger.warning("paused: %s", problem)
        config = self._around.read_config()
        address = target.address or own_address(config.listen, config.port)
        # the address stays ours, for Preferences to show; without a key Anki skips automatic syncs
        self._switch.apply(Identity.at(address))
        self._around.environment.point_at(address)
        self.status = Status(target, problem)

    def _recheck_media(self) -> None:
        self._recheck_media_when_closed = not self._around.recheck_media()

    def _end(self) -> None:
        self.status = Status(Target(Mode.OFF))
        self._around.environment.restore()
        self._recheck_media()
        self._own.keep(None)
        self._file.update(self._profile(), lambda known: replace(known, target=Target(Mode.OFF)))

    def _left(self) -> None:
        try:
            self._end()
        except Problem as problem:  # Anki is saving the profile and must get on with it
            self.status = Status(Target(Mode.OFF), problem)
        self.on_change()

    def _logged_in(self, identity: Identity) -> None:
        target = self.status.target
        if target.mode is not Mode.ANOTHER_SERVER:
            return
        try:
            self.remember(Login(target.address, identity.user, identity.key))
        except Problem as problem:  # Anki will ask again next time
            logger.warning("the login is not remembered: %s", problem)

    def _renamed(self, old: str, new: str) -> None:
        try:
            self._file.rename(old, new)
        except Problem as problem:  # Anki is in the middle of renaming
            logger.warning("%r is forgotten under its new name: %s", old, problem)

    def _removed(self, name: str) -> None:
        try:
            self._file.remove(name)
        except Problem as problem:
            logger.warning("the removed profile %r is not forgotten: %s", name, problem)

    def _leave_for_good_if_going(self) -> None:
        """Anki tells add-ons nothing of being disabled, so look each time a profile is closed."""
        names = [self._profile()] if self._recheck_media_when_closed else []
        self._recheck_media_when_closed = False
        if not self._around.loads_next_time():
            # other profiles may be redirected as well, and we shall not see them opened again
            names += self._file.switch_all_off()
        for name in names:
            _forget_media_state(Path(self._around.pm.base) / name)

    def _profile(self) -> str:
        name = self._around.pm.name
        assert name is not None, "a profile is open"
        return name


def _place(target: Target, identity: Identity) -> Place:
    return Place(target, "" if target.mode is Mode.OFF else identity.user)


def _forget_media_state(profile_folder: Path) -> None:
    """What `col.media.force_resync()` does, for a collection that is closed.

    The file holds which media the server has. Without it Anki compares all files with the server
    at the next sync; with the state of another server it would take missing files for sent.
    """
    with contextlib.suppress(FileNotFoundError):
        (profile_folder / "collection.media.db2").unlink()
