"""An Anki without windows: its ProfileManager, and what it does around the add-on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from addon.errors import Problem
from addon.hosting import LanServer
from addon.net.allow import Allow
from addon.phones import own_server
from addon.phones.phones import Phones, PhonesHost, Ready
from addon.redirect.environment import SyncEnvironment
from addon.redirect.home import HomeKeeper
from addon.redirect.identity import Identity
from addon.redirect.media_recheck import MediaRecheck
from addon.redirect.open_profile import OpenProfile
from addon.redirect.profile_follower import FollowedAnki, ProfileFollower
from addon.redirect.profiles_file import ProfilesFile
from addon.redirect.redirect import Redirect
from addon.redirect.settings import Config
from addon.redirect.switch import Switch
from tests.ports import free_port

from .anki_profiles import ANKIWEB, make_pm, open_profile

THERE = "http://10.0.0.1:27701/"
"""Another server."""


class Anki:
    """What Anki does around the add-on: profiles are opened, saved and closed."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.data = base / "lan_sync"
        self.pm = make_pm(base, "User 1", "User 2")
        self.config = Config(port=free_port(), allow=Allow.THIS_COMPUTER)
        self.environ: dict[str, str] = {}
        self.collection_is_open = False
        self.media_can_be_rechecked = True
        self.rechecked = 0
        self.schema = 1000
        self.stays_installed = True
        self.in_background = at_once
        self.start()

    def start(self) -> None:
        """Load the add-on, as at the start of the program."""
        self.file = ProfilesFile(self.data / "profiles.json")
        self.profile = OpenProfile(self.file, lambda: self.pm.name)
        self.phones = Phones(
            PhonesHost(
                profile=lambda: self.pm.name if self.collection_is_open else None,
                read_config=lambda: self.config,
                make_server=self.make_server,
                in_background=self.in_background,
                wait=own_server.wait_silently,
            ),
            self.file,
            self.profile,
        )
        switch = Switch(self.pm, lambda: self.collection_is_open)
        media = MediaRecheck(self.recheck_media, self.base, self.profile)
        environment = SyncEnvironment(self.environ)
        self.redirect = Redirect(switch, self.profile, environment, media, lambda: self.config)
        anki = FollowedAnki(
            pm=self.pm,
            collection_is_open=lambda: self.collection_is_open,
            loads_next_time=lambda: self.stays_installed,
            closed=self.phones.closed,
        )
        home = HomeKeeper(self.profile, lambda: self.schema, self.write_schema)
        self.follower = ProfileFollower(anki, self.file, switch, self.redirect, media, home)
        self.follower.guard()

    def make_server(self, config: Config) -> LanServer:
        return LanServer(self.data, config.address, config.port)

    def write_schema(self, stamp: int) -> None:
        self.schema = stamp

    def recheck_media(self) -> bool:
        if not (self.collection_is_open and self.media_can_be_rechecked):
            return False
        self.rechecked += 1
        return True

    def open(self, name: str = "User 1") -> None:
        self.pm.load(name)
        self.collection_is_open = True
        for _ in range(2):  # two of Anki's hooks call it
            self.follower.opened()
            self.phones.opened()

    def close(self) -> None:
        self.collection_is_open = False
        self.pm.save()

    def switch_phones_on(self) -> None:
        with self.phones.prepare() as ready:
            self.phones.commit(ready)

    @property
    def identity(self) -> Identity:
        return Identity.read_from(open_profile(self.pm))


def at_once(
    work: Callable[[], Ready], done: Callable[[Ready], None], failed: Callable[[Problem], None]
) -> None:
    """Do what Anki does in a thread."""
    try:
        ready = work()
    except Problem as problem:
        failed(problem)
    else:
        done(ready)


FORMER = Identity.read_from(dict(ANKIWEB))
