"""What a click on the toggle sets going: background work, questions, and what is said about it."""

from __future__ import annotations

import logging
from concurrent.futures import Future
from typing import TYPE_CHECKING, Callable, Optional

from aqt.qt import QMessageBox, qconnect
from aqt.utils import tooltip

from .. import host
from ..errors import PortTaken, Problem, SyncRunning
from ..i18n import tr
from ..redirect.profile_sync import ProfileSync, Ready
from ..settings import Mode
from .first_upload import upload_without_asking
from .messages import offer, show_message
from .problems import explain

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from .pairing import PhoneSheet

logger = logging.getLogger(__name__)


class Switching:
    """Carries out what the person asks for. Public methods run on the main thread."""

    def __init__(self, mw: AnkiQt, profile_sync: ProfileSync, package: str) -> None:
        self._mw = mw
        self._sync = profile_sync
        self._package = package
        self._working = False
        self._sheet: Optional[PhoneSheet] = None
        self.on_change: Callable[[], None] = lambda: None
        """Called when the menu should look again."""
        self.gone = False
        """Whether the add-on was deleted while Anki runs."""

    def turn_on(self) -> None:
        """Redirect the profile and bring both sides together; also "try again" when paused."""
        if self._refused():
            return
        self._prepare(self._sync.prepare, self._redirected)

    def turn_off(self) -> None:
        """Sync as before, with the login there was."""
        if self._refused():
            return
        try:
            self._sync.switch_off()
        except Problem as problem:
            self._show(problem)
        self._close_sheet()
        self.on_change()
        if self._sync.status.problem is None:
            tooltip(tr.switching_off_done(), parent=self._mw)

    def connect_phone(self) -> None:
        """Show what to type on a phone."""
        # only now: nobody else needs these widgets
        from .pairing import PhoneSheet, what_to_type

        server = self._sync.server
        if server is None:
            return
        try:
            shown = what_to_type(server.port, self._sync.listen, self._sync.settings)
        except Problem as problem:
            self._show(problem)
            return
        self._close_sheet()
        self._sheet = PhoneSheet(self._mw, shown)
        qconnect(self._sheet.finished, self._forget_sheet)
        self._sheet.show()

    def profile_opened(self) -> None:
        """Anki shows a profile's window: say what kept it from being redirected, if anything."""
        self.on_change()
        if self._sync.status.problem is not None:
            self._show(self._sync.status.problem)

    def config_changed(self) -> None:
        """The person has edited the add-on's configuration: make it true at once."""
        if not self._sync.status.wanted:
            return
        if host.why_not_now(self._mw) is not None or self._working:
            show_message(self._mw, tr.switching_config_later(), warning=False)
            return
        before = self._sync.status.target

        def restart() -> Ready:
            self._sync.stop_server()
            return self._sync.prepare()

        def done(ready: Ready) -> None:
            if ready.settings.target != before:
                self._redirected(ready)
            elif self._commit(ready) and ready.server is not None:
                self.connect_phone()  # the address may be another one now

        self._prepare(restart, done)

    def deleted(self) -> None:
        """Anki is about to delete this add-on: leave nothing of it behind."""
        self.gone = True
        # while a sync runs the identity has to stay; it is put back when the profile closes
        if self._sync.status.wanted and host.why_not_now(self._mw) is None:
            try:
                self._sync.switch_off()
            except Problem as problem:
                logger.warning("%s", problem)
        self._close_sheet()
        self.on_change()

    def changed_elsewhere(self) -> None:
        """The person logged out or chose another server in Preferences: that is their decision."""
        self._close_sheet()
        self.on_change()
        show_message(self._mw, tr.switching_left(), warning=False)

    def _refused(self) -> bool:
        problem = SyncRunning() if self._working else host.why_not_now(self._mw)
        if problem is None:
            return False
        self._show(problem)
        self.on_change()
        return True

    def _prepare(self, work: Callable[[], Ready], then: Callable[[Ready], None]) -> None:
        self._working = True

        def done(future: Future[Ready]) -> None:
            self._working = False
            try:
                ready = future.result()
            except Problem as problem:
                if self._sync.status.wanted:
                    self._sync.pause(problem)
                self.on_change()
                self._show(problem)
                return
            if self._sync.is_open(ready):
                then(ready)
            else:
                self._sync.discard(ready)

        host.in_background(self._mw, work, done, tr.switching_preparing())

    def _commit(self, ready: Ready) -> bool:
        try:
            self._sync.commit(ready)
        except Problem as problem:
            self._show(problem)
            return False
        finally:
            self.on_change()
        return True

    def _redirected(self, ready: Ready) -> None:
        if not self._commit(ready):
            return

        def synced(well: bool) -> None:
            self._mw.reset()
            if well and ready.server is self._sync.server:
                self.connect_phone()

        if ready.account_is_empty:
            upload_without_asking(self._mw, lambda: ready.account_is_empty, synced)
        elif ready.settings.target.mode is Mode.THIS_COMPUTER:
            host.sync(self._mw, lambda: synced(True))
        else:
            host.sync(self._mw, lambda: None)

    def _show(self, problem: Problem) -> QMessageBox:
        if isinstance(problem, PortTaken) and problem.next_free is not None:
            port = problem.next_free

            def use_it() -> None:
                addons = self._mw.addonManager
                config = addons.getConfig(self._package) or {}
                addons.writeConfig(self._package, {**config, "port": port})
                self.turn_on()

            return offer(self._mw, explain(problem), tr.switching_use_port(port=str(port)), use_it)
        return show_message(self._mw, explain(problem))

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.close()

    def _forget_sheet(self, _result: int) -> None:
        # Qt deletes it, whoever closed it: the person, Anki with the profile, or we
        self._sheet = None
