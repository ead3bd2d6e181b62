"""The window "Connect a phone": what to type on it and where, and whether it has connected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Optional

from aqt.qt import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    Qt,
    QTimer,
    QVBoxLayout,
    QWidget,
    qconnect,
)

from ...i18n import tr
from ...server.events import Event
from ..parts.live import Live
from ..parts.widgets import WrappingLabel, button, grey_label
from .fields import fields
from .live_line import LiveLine
from .pairing import Pairing
from .steps import steps_in_tabs

_LOOK_EVERY_MS = 5000


@dataclass(frozen=True)
class Past:
    """The server that the profile itself syncs with, and perhaps the phone did too."""

    server: str
    """Its name or address."""
    expect: Callable[[bool], None]
    """Sets whether the next new device is treated as one that has synced there."""


class PhoneSheet(QDialog):
    """A window that may stay open beside Anki's."""

    silentlyClose = True  # Anki closes it with the profile

    def __init__(
        self,
        parent: QWidget,
        pairing: Pairing,
        check: Callable[[QWidget], None],
        past: Optional[Past] = None,
    ) -> None:
        """`check` opens the self-test above this window; `past` is where the phone's cards may come
        from."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("lan_sync_phone_sheet")
        self.setWindowTitle(tr.pairing_title())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pairing = pairing
        self._shown = pairing.look()
        self._fields: QFrame = fields(self._shown, self._renew)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(14)
        layout.addWidget(WrappingLabel(tr.pairing_intro()))
        layout.addWidget(self._fields)
        self._past = past
        self._has_past = QCheckBox()
        if past is not None:
            layout.addLayout(self._past_row(past))
        layout.addLayout(self._live_row(check))
        layout.addWidget(steps_in_tabs(), 1)
        layout.addWidget(grey_label(tr.pairing_note()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        qconnect(buttons.rejected, self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(680)
        self.resize(self.sizeHint())
        self._look_again()

    def listen(self, live: Live) -> None:
        """Follow the server's events."""

        def hear(event: Event, name: str) -> None:
            self._line.hear(event, name)
            self._refresh()

        unsubscribe = live.subscribe(hear)
        qconnect(self.finished, lambda _result: unsubscribe())

    def _past_row(self, past: Past) -> QVBoxLayout:
        box = self._has_past
        box.setText(tr.pairing_past(server=past.server))
        box.setObjectName("lan_sync_phone_has_past")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(box)
        column.addWidget(grey_label(tr.pairing_past_explained()))
        qconnect(box.toggled, past.expect)
        qconnect(self.finished, lambda _result: past.expect(False))
        return column

    def _live_row(self, check: Callable[[QWidget], None]) -> QHBoxLayout:
        self._line = LiveLine()
        row = QHBoxLayout()
        row.addWidget(self._line, 1)
        row.addWidget(button(tr.pairing_check(), lambda: check(self), "lan_sync_check"))
        return row

    def _look_again(self) -> None:
        """Follow the computer from one network into another while the window is open."""
        timer = QTimer(self)
        timer.setInterval(_LOOK_EVERY_MS)
        qconnect(timer.timeout, self._refresh)
        timer.start()

    def _renew(self) -> None:
        self._pairing.renew()
        self._refresh()

    def _refresh(self) -> None:
        if self._past is not None and self._has_past.isChecked():
            self._past.expect(True)  # Anki may have synced meanwhile
        now = self._pairing.look()
        if now == self._shown:
            return
        self._shown = now
        layout = self.layout()
        assert layout is not None
        fresh = fields(now, self._renew)
        layout.replaceWidget(self._fields, fresh)
        self._fields.deleteLater()
        self._fields = fresh
