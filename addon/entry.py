"""Everything the add-on hooks into, in the order in which Anki gets to it."""

from __future__ import annotations

import contextlib
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Callable, List, Optional, cast
from urllib.parse import urlsplit

from . import host
from .errors import HostTooOld, Problem
from .gui.background import Background
from .gui.live import Live
from .gui.menu import Menu
from .gui.parts.other_servers import OtherServers
from .gui.settings.opener import Context, Settings
from .gui.status_dot import COMMAND, StatusDot
from .gui.switching.closing import wait_and_say_so
from .gui.switching.switching import Switching
from .gui.switching.turning_on import TurningOn
from .gui.windows import Windows
from .i18n import set_language
from .logfile import LOG_NAME, log_to
from .net.proxies import exempt_this_network
from .redirect.account import Server
from .redirect.environment import SyncEnvironment
from .redirect.own_server import at_once
from .redirect.profile_sync import ProfileSync, Surroundings
from .redirect.profiles_file import ProfilesFile
from .redirect.settings import Config, parse_config

if TYPE_CHECKING:
    from .hosting import LanServer

logger = logging.getLogger(__name__)


def setup(package: str) -> None:
    """Set the add-on up in a running Anki; `package` is the name of its folder."""
    from aqt import mw

    assert mw is not None
    # never in the add-on's folder: Anki moves that to the trash when the add-on is deleted
    data = Path(mw.pm.base) / "lan_sync"
    addons = mw.addonManager

    def read_config() -> Config:
        config, bad = parse_config(addons.getConfig(package))
        for problem in bad:
            logger.warning("config.json: %s", problem)
        return config

    def load_libraries() -> None:
        from .wheels import make_importable

        make_importable(Path(__file__).parent / "vendor" / "wheels", data / "lib")

    def make_server(config: Config) -> Server:
        if not host.can_serve():
            raise HostTooOld
        # only now: whoever leaves the add-on switched off pays for none of it
        load_libraries()
        from .hosting import LanServer

        return LanServer(data, config.listen, config.port, live.from_server)

    def running_server() -> Optional[LanServer]:
        return cast("Optional[LanServer]", profile_sync.server)

    # once per program
    profiles = ProfilesFile(data / "profiles.json")
    log_to(package, data / LOG_NAME)
    # before Anki's first request, after which it never looks again
    exempt_this_network(os.environ, _hosts_asked(profiles, read_config()))
    background = Background(mw)
    _load_early(profiles, load_libraries, background)
    set_language(host.language())
    run_on_main = mw.taskman.run_on_main
    live = Live(run_on_main)
    environment = SyncEnvironment(os.environ)
    if read_config().endpoint:
        environment.point_at(read_config().endpoint)
    around = Surroundings(
        pm=mw.pm,
        read_config=read_config,
        make_server=make_server,
        recheck_media=lambda: host.recheck_media(mw),
        collection_is_open=lambda: mw.col is not None,
        read_schema=lambda: host.read_schema(mw),
        write_schema=lambda stamp: host.write_schema(mw, stamp),
        loads_next_time=lambda: host.loads_next_time(mw, package),
        environment=environment,
        wait=lambda ended: wait_and_say_so(mw, ended),
    )
    profile_sync = ProfileSync(around, profiles)
    windows = Windows(mw, profile_sync, live, running_server, data)
    switching = Switching(mw, profile_sync, windows, package, data)
    settings = Settings(Context(mw, package, data, profile_sync, switching, load_libraries))
    servers = OtherServers(load_libraries, background, host.client_name())
    turning_on = TurningOn(mw, servers, switching.turn_on)
    menu = Menu(mw, profile_sync, switching, turning_on, windows, open_settings=settings.open)
    dot = StatusDot(
        profile_sync,
        windows.phones_syncing,
        windows.address_moved,
        lambda script: host.run_in_deck_list_bar(mw, script),
    )
    dot.follow(live)

    def refresh() -> None:
        menu.refresh()
        dot.refresh()

    profile_sync.guard()

    # once per profile: opened, synced, its settings changed
    host.on_profile_open(profile_sync.opened, switching.profile_opened)
    host.on_sync_starts(mw, profile_sync.sync_starts)
    host.on_sync_finished(profile_sync.sync_ended)
    host.on_login(mw, profile_sync.issued)
    host.on_profile_closed(
        mw, profile_sync.closing, profile_sync.closed, lambda: profile_sync.closed(at_once)
    )
    addons.setConfigAction(package, settings.open)
    addons.setConfigUpdatedAction(package, lambda _config: switching.config_changed())
    host.on_deck_list_bar(dot.markup, COMMAND, switching.status_clicked)
    host.on_deleted_in_dialog(package, switching.deleted)
    profile_sync.on_change = lambda: run_on_main(switching.changed_elsewhere)
    switching.on_change = refresh


def _hosts_asked(profiles: ProfilesFile, config: Config) -> List[str]:
    """The hosts of other servers that are set up."""
    addresses = [config.endpoint]
    with contextlib.suppress(Problem):  # said when a profile opens
        addresses += profiles.addresses()
    return [urlsplit(address).hostname or "" for address in addresses]


def _load_early(
    profiles: ProfilesFile, load_libraries: Callable[[], None], background: Background
) -> None:
    """Load the server's modules in a thread, if a profile is going to want them: that takes some
    tenths of a second, which opening the profile would wait for."""

    def load() -> None:
        load_libraries()
        from . import hosting  # noqa: F401

    def failed(problem: Problem) -> None:  # tried again, and said, when the server is to start
        logger.info("the server's modules are not loaded yet: %s", problem)

    try:
        if profiles.any_here():
            background.run(load, lambda _none: None, failed)
    except Problem as problem:
        logger.warning("%s", problem)  # said when the profile opens
