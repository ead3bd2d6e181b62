"""The windows about the running server: at most one of each, all closed with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Callable, Dict, Optional, Sequence

from aqt.qt import QDialog, QWidget, qconnect

from ..errors import Problem
from ..i18n import tr
from ..phones.account import make_password
from ..phones.phones import Phones
from .bridge.merger import Merger
from .bridge.words import describe_wait
from .pairing.known_addresses import KnownAddresses
from .parts.background import Background
from .parts.live import Live
from .parts.messages import show_message
from .parts.problems import explain
from .replaced import Replacements
from .restoring import Restoring

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from ..hosting import LanServer
    from ..net.addresses import Move
    from ..server.events import Event
    from .devices.server_view import ServerView
    from .pairing.people import People
    from .pairing.sheet import PastServer


class Windows:
    """Opens the windows. Runs on the main thread."""

    def __init__(
        self,
        mw: AnkiQt,
        phones: Phones,
        live: Live,
        data: Path,
        merger: Merger,
    ) -> None:
        """`data` is the folder of this computer's server."""
        self._mw = mw
        self._phones = phones
        self._live = live
        self._data = data
        self._merger = merger
        self._background = Background(mw)
        self._known = KnownAddresses(data / "addresses.json")
        self._open: Dict[str, QDialog] = {}
        self.people: Optional[People] = None
        """The accounts; set once, before a window opens."""
        self._syncs = 0  # of the desktop's own
        self.replacements = Replacements(
            mw, lambda: phones.server, self._background, data / "replaced-copy.json"
        )
        self.restoring = Restoring(mw, data, phones, merger, self._background)
        live.subscribe(self._remember_addresses)
        live.subscribe(self._say_what_was_replaced)

    def connect_phone(self, user: str = "") -> None:
        """Show what a phone needs; `user` is whose phone, "" for the profile's own."""
        # imported here and below only when needed: nothing else uses these widgets
        from .pairing.live_line import Polled
        from .pairing.pairing import Pairing
        from .pairing.sheet import PhoneSheet

        server, people = self._phones.server, self.people
        if server is None or people is None:
            return
        try:
            pairing = Pairing(server, self._phones, self._known.moved, user)
        except Problem as problem:
            show_message(self._mw, explain(problem))
            return

        def make() -> QDialog:
            sheet = PhoneSheet(
                self._mw,
                pairing,
                people,
                self._background,
                Polled(self._view().running, self._why_not_in_anki),
                lambda parent: self._check(parent, server),
                self._past(server),
            )
            sheet.listen(self._live)
            return sheet

        self._show("phone", make)

    def devices(self) -> None:
        """Show the devices that sync here and what they did."""
        from .devices.window import DevicesWindow, Helpers

        people = self.people
        if self._phones.server is None or people is None:
            return

        def new_password(user: str) -> str:
            password = make_password()
            people.set_password(user, password)
            return password

        view = self._view()
        helpers = Helpers(self._live, self._background, new_password, self.restoring.ask)
        self._show("devices", lambda: DevicesWindow(self._mw, view, helpers))

    def phones_syncing(self) -> Sequence[str]:
        """Return the names of the phones that are syncing."""
        if self._phones.server is None:
            return ()  # and the server's modules may not be importable: see wheels.py
        return self._view().phones_syncing()

    def address_moved(self) -> Optional[Move]:
        """Return the change of address if phones have one that this computer no longer has."""
        server = self._phones.server
        if server is None:
            return None
        from .pairing.addresses import urls

        return self._known.moved(urls(server, self._phones.config))

    def backup_trouble(self) -> str:
        """Return why the phones' copy cannot be backed up, in the system's words; "" if it can."""
        server = self._phones.server
        return "" if server is None else server.upkeep.trouble(self._phones.account)

    def desktop_synced(self) -> None:
        """Note that Anki's own sync has ended."""
        self._syncs += 1

    def close_all(self) -> None:
        """Close all windows about the server."""
        for window in list(self._open.values()):
            window.close()

    def name_of(self, event: Event) -> str:
        """Look up the name of an event's device. For a thread."""
        return self._view().name_of(event.device, event.client)

    def _view(self) -> ServerView:
        from .devices.server_view import ServerView

        return ServerView(lambda: self._phones.server, self._data, self._merger)

    def _say_what_was_replaced(self, event: Event, name: str) -> None:
        self.replacements.on_event(event, name)
        sheet = self._open.get("phone")
        if sheet is not None and self.replacements.last is not None:
            self.replacements.ask(sheet)  # else the dot says it

    def _why_not_in_anki(self, event: Event) -> str:
        merger = self._merger
        if event.user != self._phones.account or event.device is None:
            return ""
        if merger.question is not None:
            return tr.bridging_waiting_answer()
        if merger.problem is not None:
            return explain(merger.problem)
        return describe_wait(merger.waiting) if merger.is_waiting(event.device) else ""

    def _past(self, server: LanServer) -> Optional[PastServer]:
        from ..server.expected import DesktopStamps
        from .pairing.sheet import PastServer

        profile = self._mw.pm.profile or {}
        if not self._mw.pm.sync_auth():
            return None

        def expect(it: bool) -> None:
            if self._phones.server is not server or self._mw.col is None:
                return
            assert self._mw.col.db is not None
            stamps = self._mw.col.db.first("select scm, usn from col")
            assert stamps is not None
            desktop = DesktopStamps(stamps[0], stamps[1], self._syncs)
            server.expect(self._phones.account, desktop if it else None)

        return PastServer(str(profile.get("customSyncUrl") or "AnkiWeb"), expect)

    def _check(self, parent: QWidget, server: LanServer) -> None:
        from .pairing.addresses import candidate_hosts
        from .pairing.check_window import CheckWindow
        from .pairing.reachability import check_reachability

        CheckWindow(
            parent,
            lambda cancelled: check_reachability(
                server, candidate_hosts(server, self._phones.config), cancelled
            ),
            self._background,
        ).open()

    def _remember_addresses(self, event: Event, _name: str) -> None:
        from ..server.events import SyncAsked
        from .pairing.addresses import urls

        server = self._phones.server
        if server is not None and isinstance(event, SyncAsked):
            self._known.phone_connected(urls(server, self._phones.config))

    def _show(self, kind: str, make: Callable[[], QDialog]) -> None:
        former = self._open.get(kind)
        if former is not None:
            former.close()
        window = self._open[kind] = make()
        # Qt deletes it, whoever closed it: the person, Anki with the profile, or us
        qconnect(window.finished, lambda _result: self._forget(kind, window))
        window.show()

    def _forget(self, kind: str, window: QDialog) -> None:
        if self._open.get(kind) is window:
            del self._open[kind]
