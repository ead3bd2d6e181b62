"""A coloured dot in the deck list's bottom bar: on, a phone is syncing, or a problem."""

from __future__ import annotations

import html
import json
from typing import Callable, NamedTuple, Sequence

from aqt.qt import QTimer, qconnect

from ..i18n import tr
from ..redirect.profile_sync import ProfileSync
from .colours import BLUE, GREEN, RED
from .live import Live
from .problems import explain

COMMAND = "lan_sync_status"
_EVERY_MS = 1000  # while a phone syncs
_ID = "lan-sync-status"


class _Shown(NamedTuple):
    display: str
    colour: str
    title: str


_NOTHING = _Shown("none", "", "")


class StatusDot:
    """Keeps the dot true. While the profile does not sync with this computer there is none."""

    def __init__(
        self,
        profile_sync: ProfileSync,
        syncing: Callable[[], Sequence[str]],
        run_script: Callable[[str], None],
    ) -> None:
        """`syncing` names the phones that sync; `run_script` runs JavaScript in the bar."""
        self._sync = profile_sync
        self._syncing = syncing
        self._run_script = run_script
        self._shown = _NOTHING
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(_EVERY_MS)
        qconnect(self._timer.timeout, self.refresh)

    def markup(self) -> str:
        """What goes into the bar when Anki draws it."""
        shown = self._shown = self._look()
        return (
            f'<a id="{_ID}" href="#" title="{html.escape(shown.title)}"'
            f" onclick=\"pycmd('{COMMAND}'); return false\""
            f' style="display: {shown.display}; color: {shown.colour}; position: fixed;'
            f" inset-inline-end: 12px; top: 50%; transform: translateY(-50%); font-size: 13px;"
            f' text-decoration: none">&#9679;</a>'
        )

    def follow(self, live: Live) -> None:
        """Refresh with what the server tells; a sync's end is not always told."""
        live.subscribe(lambda _event: self.refresh())

    def refresh(self) -> None:
        """Show what is true now, without drawing the bar anew."""
        now = self._look()
        if now.colour == BLUE:
            self._timer.start()
        if now == self._shown:
            return
        self._shown = now
        display, colour, title = (json.dumps(text) for text in now)
        self._run_script(
            f"(dot => {{ if (!dot) return; dot.style.display = {display};"
            f" dot.style.color = {colour}; dot.title = {title}; }})"
            f"(document.getElementById('{_ID}'))"
        )

    def _look(self) -> _Shown:
        problem = self._sync.status.problem
        if problem is not None:
            return _Shown("inline", RED, tr.status_problem(reason=explain(problem)))
        if self._sync.server is None:
            return _NOTHING
        names = self._syncing()
        if names:
            return _Shown("inline", BLUE, tr.status_syncing(device=", ".join(names)))
        return _Shown("inline", GREEN, tr.status_on())
