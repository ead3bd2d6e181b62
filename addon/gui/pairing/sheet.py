"""The window "Connect a phone": what to type on it and where, and whether it has connected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Optional

from aqt.qt import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    Qt,
    QTimer,
    QWidget,
    qconnect,
)

from ...errors import Problem
from ...i18n import tr
from ...phones.account import make_password
from ...server.events import Event
from ..parts.background import Background, WindowsWork
from ..parts.live import Live
from ..parts.messages import show_message
from ..parts.problems import explain
from ..parts.widgets import WrappingLabel, button, grey_label
from ..parts.window import Window
from .fields import make_fields
from .live_line import LiveLine, Polled
from .pairing import Pairing
from .people import People, WhosePhone
from .steps import steps_in_tabs

_LOOK_EVERY_MS = 5000


@dataclass(frozen=True)
class PastServer:
    """The server that the profile itself syncs with, as perhaps the phone did."""

    server: str
    """Its name or address."""
    expect: Callable[[bool], None]
    """Sets whether the next new device is treated as one that has synced there."""


class PhoneSheet(Window):
    """A window that may stay open beside Anki's."""

    def __init__(  # noqa: PLR0913, RUF100
        self,
        parent: QWidget,
        pairing: Pairing,
        people: People,
        work: Background,
        polled: Polled,
        check: Callable[[QWidget], None],
        past: Optional[PastServer] = None,
    ) -> None:
        """`check` opens the self-test above this window; `past` is where the phone's cards may come
        from."""
        super().__init__(parent, "lan_sync_phone_sheet", tr.pairing_title(), Qt.WindowType.Window)
        self._pairing = pairing
        self._people = people
        self._work = WindowsWork(self, work)
        self._polled = polled
        self._shown = pairing.current()
        self._fields: QFrame = self._make_fields()
        layout = self.body
        self._whose = WhosePhone(self._choose, lambda: people.add_account(self, self._choose))
        layout.addWidget(self._whose)
        self._advice = WrappingLabel("", "lan_sync_advice")
        layout.addWidget(self._advice)
        self._past = past
        self._has_past = QCheckBox()
        self._has_past.setVisible(False)
        if past is not None:
            self._follow_past(past)
            layout.addWidget(self._has_past)
        layout.addWidget(self._fields)
        layout.addLayout(self._live_row(check))
        layout.addWidget(steps_in_tabs(), 1)
        layout.addWidget(grey_label(tr.pairing_note()))
        self.add_close_button()
        self.body.addStrut(630)
        self._advise()
        self._list_people()
        self._look_again()

    def listen(self, live: Live) -> None:
        """Follow the server's events."""

        def on_event(event: Event, name: str) -> None:
            self._line.on_event(event, name)
            self._refresh()

        unsubscribe = live.subscribe(on_event)
        qconnect(self.finished, lambda _result: unsubscribe())

    def _follow_past(self, past: PastServer) -> None:
        box = self._has_past
        box.setText(tr.pairing_past(server=past.server))
        box.setObjectName("lan_sync_phone_has_past")
        qconnect(box.toggled, past.expect)
        qconnect(self.finished, lambda _result: past.expect(False))

    def _advise(self) -> None:
        """Say what a phone that has cards will ask, and what to choose there."""
        own, past = self._pairing.is_own, self._past
        self._has_past.setVisible(own and past is not None)
        if not own:
            self._has_past.setChecked(False)
            self._advice.setText(tr.pairing_advice_other())
        elif past is not None:
            self._advice.setText(tr.pairing_advice_past(server=past.server))
        else:
            self._advice.setText(tr.pairing_advice())

    def _list_people(self) -> None:
        def show(names: List[str]) -> None:
            self._whose.show_names(names, self._pairing.user)

        self._whose.show_names([self._pairing.user], self._pairing.user)
        self._work.run(self._people.names, show, self._failed)

    def _choose(self, user: str) -> None:
        try:
            self._pairing.choose(user)
        except Problem as problem:
            self._failed(problem)
            return
        self._list_people()
        self._advise()
        self._refresh()

    def _new_password(self) -> None:
        user, password = self._pairing.user, make_password()

        def done(_nothing: None) -> None:
            self._refresh()

        self._work.run(lambda: self._people.set_password(user, password), done, self._failed)

    def _failed(self, problem: Problem) -> None:
        show_message(self, explain(problem))

    def _make_fields(self) -> QFrame:
        return make_fields(self._shown, self._renew, self._new_password)

    def _live_row(self, check: Callable[[QWidget], None]) -> QHBoxLayout:
        self._line = LiveLine(self._polled)
        row = QHBoxLayout()
        row.addWidget(self._line, 1)
        row.addWidget(button(tr.pairing_check(), lambda: check(self), "lan_sync_check"))
        return row

    def _look_again(self) -> None:
        """Follow the computer from one network into another while the window is open."""
        timer = QTimer(self)
        timer.setInterval(_LOOK_EVERY_MS)
        qconnect(timer.timeout, self._refresh)
        qconnect(timer.timeout, self._check_password)
        timer.start()
        self._check_password()

    def _check_password(self) -> None:
        def failed(_problem: Problem) -> None:
            pass  # the next look may do

        self._work.run(self._pairing.check_password, lambda _nothing: self._refresh(), failed)

    def _renew(self) -> None:
        self._pairing.renew()
        self._refresh()

    def _refresh(self) -> None:
        if self._past is not None and self._has_past.isChecked():
            self._past.expect(True)  # Anki may have synced meanwhile
        now = self._pairing.current()
        if now == self._shown:
            return
        self._shown = now
        fresh = self._make_fields()
        self.body.replaceWidget(self._fields, fresh)
        self._fields.setParent(None)  # or it would be seen until Qt deletes it
        self._fields.deleteLater()
        self._fields = fresh
