"""The line in "Connect a phone" that shows live what the phone is doing."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Callable, Optional, Sequence, Tuple

from aqt.qt import QHBoxLayout, QTimer, QWidget, qconnect

from ...i18n import tr
from ...server.events import (
    CollectionDownloaded,
    CollectionUploaded,
    Event,
    RequestFailed,
    SignedIn,
    SignInRefused,
    SyncAsked,
    SyncFinished,
)
from ..parts.colours import AMBER, BLUE, GREEN, GREY
from ..parts.when import ago
from ..parts.widgets import Dot, WrappingLabel

_EVERY_MS = 1000


@dataclass(frozen=True)
class Polled:
    """What is polled, because no event announces it."""

    running: Callable[[], Sequence[str]]
    """A sentence for each running sync, of cards or media, with its progress."""
    why_not_in_anki: Callable[[Event], str]
    """Why Anki does not yet show what came with an event; "" if it does."""


class LiveLine(QWidget):
    """A dot and a sentence, whose "3 seconds ago" keeps counting."""

    def __init__(self, polled: Polled) -> None:
        super().__init__()
        self._polled = polled
        self._synced: Optional[Tuple[Event, str]] = None
        """The last event, with its device's name, if all went well."""
        self._sentence: Callable[[str], str] = lambda _ago: tr.pairing_waiting()
        self._since: Optional[float] = None
        self._dot = Dot()
        self._label = WrappingLabel("", "lan_sync_live")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._dot)
        layout.addWidget(self._label, 1)
        timer = QTimer(self)
        timer.setInterval(_EVERY_MS)
        qconnect(timer.timeout, self._refresh)
        timer.start()
        self._show(GREY)

    def on_event(self, event: Event, name: str) -> None:
        """Show an event of the phone called `name`; ignore those that say nothing new."""
        if isinstance(event, SignInRefused):
            self._take(AMBER, lambda when: tr.pairing_refused(device=name, ago=when))
        elif isinstance(event, SignedIn):
            self._take(BLUE, lambda when: tr.pairing_signed_in(device=name, ago=when))
        elif isinstance(event, RequestFailed):
            self._take(AMBER, lambda when: tr.pairing_failed(device=name, ago=when))
        elif isinstance(event, SyncAsked) and self._colour != GREEN:
            self._take(BLUE, lambda when: tr.pairing_connected(device=name, ago=when))
        elif isinstance(event, (CollectionDownloaded, CollectionUploaded, SyncAsked, SyncFinished)):
            self._take(GREEN, lambda when: tr.pairing_in_sync(device=name, ago=when))
            self._synced = event, name
            self._refresh()

    def _take(self, colour: str, sentence: Callable[[str], str]) -> None:
        self._sentence = sentence
        self._since = time.time()
        self._synced = None
        self._show(colour)

    def _show(self, colour: str) -> None:
        self._colour = colour
        self._refresh()

    def _refresh(self) -> None:
        colour, sentence = self._look()
        self._dot.show_colour(colour)
        self._label.setText(sentence)

    def _look(self) -> Tuple[str, str]:
        running = self._polled.running()
        if running:
            return BLUE, "\n".join(running)
        when = "" if self._since is None else ago(self._since)
        if self._synced is not None:
            event, name = self._synced
            why = self._polled.why_not_in_anki(event)
            if why:
                return AMBER, tr.pairing_not_in_anki(device=name, ago=when, what=why)
        return self._colour, self._sentence(when)
