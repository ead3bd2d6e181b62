"""All of the add-on's hooks into Anki, in the order in which they fire."""

from __future__ import annotations

import contextlib
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Callable, List
from urllib.parse import urlsplit

from . import host
from .errors import HostTooOld, Problem
from .gui.bridge.setting_up import set_up_bridge
from .gui.menu import Menu, MenuActions
from .gui.parts.background import Background
from .gui.parts.connection_tester import ConnectionTester
from .gui.parts.live import Live
from .gui.parts.window import drop_drafts
from .gui.settings.context import Context
from .gui.settings.opener import SettingsOpener
from .gui.status_dot import COMMAND, StatusDot
from .gui.switching.closing import wait_and_say_so
from .gui.switching.dot_clicked import DotClicked
from .gui.switching.phones_switch import PhonesSwitch
from .gui.switching.remedies import Remedies
from .gui.switching.server_switch import ServerSwitch
from .gui.switching.turns import Turns
from .gui.switching.uninstall import Uninstall
from .gui.windows import Windows
from .i18n import set_language
from .logfile import LOG_NAME, log_to
from .net.proxies import exempt_this_network
from .phones.phones import Phones, PhonesHost
from .redirect.environment import SyncEnvironment
from .redirect.home import HomeKeeper
from .redirect.media_recheck import MediaRecheck
from .redirect.open_profile import OpenProfile
from .redirect.profile_follower import FollowedAnki, ProfileFollower
from .redirect.profiles_file import ProfilesFile
from .redirect.redirect import Redirect
from .redirect.settings import Config, parse_config
from .redirect.switch import Switch

if TYPE_CHECKING:
    from .hosting import LanServer

logger = logging.getLogger(__name__)


def setup(package: str) -> None:
    """Set the add-on up in a running Anki; `package` is the name of its folder."""
    from aqt import mw

    assert mw is not None
    # not in the add-on's folder: Anki moves that to the trash when the add-on is deleted
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

    def make_server(config: Config) -> LanServer:
        if not host.can_serve():
            raise HostTooOld
        # only now, so that it costs nothing while the add-on is switched off
        load_libraries()
        from .hosting import LanServer, keeping
        from .net.tls import load_if_set

        return LanServer(
            data,
            config.address,
            config.port,
            live.from_server,
            catch_up=bridge.catching_up.catch_up,
            allow=config.allow,
            certificate=load_if_set(config.certificate, config.key),
            sign_out_after=config.sign_out_after,
            backups=keeping(config.backup_count, config.backup_days, config.backup_weeks),
        )

    # once per program
    profiles = ProfilesFile(data / "profiles.json")
    log_to(package, data / LOG_NAME)
    # before Anki's first request, since it never looks again
    exempt_this_network(os.environ, _other_hosts(profiles, read_config()))
    background = Background(mw)
    _load_early(profiles, load_libraries, background)
    set_language(host.language())
    run_on_main = mw.taskman.run_on_main
    live = Live(run_on_main)
    environment = SyncEnvironment(os.environ)
    if read_config().endpoint:
        environment.point_at(read_config().endpoint)
    profile = OpenProfile(profiles, lambda: mw.pm.name)
    phones = Phones(
        PhonesHost(
            profile=lambda: mw.pm.name if mw.col is not None else None,
            read_config=read_config,
            make_server=make_server,
            in_background=background.run,
            wait=lambda ended: wait_and_say_so(mw, ended),
        ),
        profiles,
        profile,
    )

    def collection_is_open() -> bool:
        return mw.col is not None

    switch = Switch(mw.pm, collection_is_open)
    media = MediaRecheck(lambda: host.recheck_media(mw), Path(mw.pm.base), profile)
    redirect = Redirect(switch, profile, environment, media, read_config)
    follower = ProfileFollower(
        FollowedAnki(
            pm=mw.pm,
            collection_is_open=collection_is_open,
            loads_next_time=lambda: host.loads_next_time(mw, package),
            closed=phones.closed,
        ),
        profiles,
        switch,
        redirect,
        media,
        HomeKeeper(
            profile, lambda: host.read_schema(mw), lambda stamp: host.write_schema(mw, stamp)
        ),
    )
    bridge = set_up_bridge(mw, phones, profile, redirect)
    windows = Windows(mw, phones, live, data, bridge.merger)
    remedies = Remedies(mw, package)
    turns = Turns(mw, background, remedies)
    phones_switch = PhonesSwitch(mw, phones, bridge.merger, windows, turns, remedies)
    tester = ConnectionTester(load_libraries, background, host.client_name())
    server_switch = ServerSwitch(mw, redirect, tester, turns, remedies)
    uninstall = Uninstall(mw, redirect, phones, windows, turns, data)
    settings = SettingsOpener(
        Context(
            mw,
            package,
            data,
            profile,
            redirect,
            phones,
            phones_switch,
            server_switch,
            load_libraries,
            windows.connect_phone,
            windows.restoring.ask,
        )
    )
    windows.people = settings
    actions = MenuActions(
        phones_switch,
        server_switch,
        windows,
        settings.open,
    )
    menu = Menu(mw, phones, redirect, actions, lambda: uninstall.done)
    dot = StatusDot(
        phones,
        bridge,
        windows.phones_syncing,
        windows.address_moved,
        lambda: windows.replacements.last,
        windows.backup_trouble,
        lambda script: host.run_in_deck_list_bar(mw, script),
    )
    dot.follow(live)
    live.name_of = windows.name_of
    bridge.follow(live)

    def refresh() -> None:
        menu.refresh()
        dot.refresh()

    def opened() -> None:
        follower.opened()
        phones.opened()

    is_shown = False

    def shown() -> None:
        nonlocal is_shown
        is_shown = True
        bridge.profile_opens()
        server_switch.profile_opened()
        phones_switch.profile_opened()

    def server_started() -> None:
        if is_shown:  # else all is done when it is
            bridge.server_started()
            phones_switch.profile_opened()

    def closing() -> None:
        nonlocal is_shown
        is_shown = False
        drop_drafts()
        follower.closing()

    def sync_starts() -> None:
        bridge.triggers.sync_starts()
        follower.sync_starts()

    def sync_ended() -> None:
        follower.sync_ended()
        bridge.triggers.sync_ended()
        windows.desktop_synced()

    follower.guard()

    # once per profile: opened, synced, its settings changed
    host.on_profile_open(opened, shown)
    host.on_sync_starts(mw, sync_starts)
    host.on_sync_finished(sync_ended)
    host.on_login(mw, follower.issued)
    host.on_profile_closed(mw, closing, follower.closed, lambda: follower.closed(False))
    addons.setConfigAction(package, settings.open)
    addons.setConfigUpdatedAction(package, lambda _config: phones_switch.config_changed())
    clicked = DotClicked(bridge, phones, phones_switch, windows)
    host.on_deck_list_bar(dot.markup, COMMAND, clicked.clicked)
    host.on_deleted_in_dialog(package, uninstall.deleted)
    phones.on_started = server_started
    follower.on_left = lambda: run_on_main(server_switch.changed_elsewhere)
    parts = (turns, phones_switch, server_switch, uninstall)
    for part in (*parts, bridge.merger, windows.replacements):
        part.on_change = refresh


def _other_hosts(profiles: ProfilesFile, config: Config) -> List[str]:
    """Return the hosts of the configured other servers."""
    addresses = [config.endpoint]
    with contextlib.suppress(Problem):  # reported when a profile opens
        addresses += profiles.addresses()
    return [urlsplit(address).hostname or "" for address in addresses]


def _load_early(
    profiles: ProfilesFile, load_libraries: Callable[[], None], background: Background
) -> None:
    """Import the server's modules in a thread if a profile will need them.

    That takes some tenths of a second, which would delay opening the profile.
    """

    def load() -> None:
        load_libraries()
        from . import hosting  # noqa: F401

    def failed(problem: Problem) -> None:  # tried again, and reported, when the server starts
        logger.info("the server's modules are not loaded yet: %s", problem)

    try:
        if profiles.any_phones():
            background.run(load, lambda _none: None, failed)
    except Problem as problem:
        logger.warning("%s", problem)  # reported when the profile opens
