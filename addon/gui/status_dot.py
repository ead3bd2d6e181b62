"""The coloured dot in the deck list's bottom bar: ready, a phone is syncing, or a problem."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Callable, NamedTuple, Optional, Sequence

from aqt.qt import QApplication, QTimer, qconnect

from ..i18n import tr
from ..phones.phones import Phones
from .bridge.media import MediaTrouble
from .bridge.setting_up import BridgeInAnki
from .bridge.words import describe_wait
from .parts.colours import AMBER, BLUE, GREEN, RED, SHAPES
from .parts.live import Live
from .parts.problems import explain
from .replaced import Replacement

if TYPE_CHECKING:
    from ..net.addresses import Move

COMMAND = "lan_sync_status"
_SYNCING_MS = 1000  # the end of a sync is not always announced, nor that media is back
_RESTING_MS = 30_000  # nor is a change of network
_ID = "lan-sync-status"


class _Shown(NamedTuple):
    display: str
    colour: str
    title: str


_NOTHING = _Shown("none", "", "")


def _end() -> str:
    """Return the side where lines end. Qt 5's browser does not know inset-inline-end."""
    return "left" if QApplication.isRightToLeft() else "right"


class StatusDot:
    """Keeps the dot up to date. It is hidden while phones do not sync with this computer."""

    def __init__(
        self,
        phones: Phones,
        bridge: BridgeInAnki,
        syncing: Callable[[], Sequence[str]],
        moved: Callable[[], Optional[Move]],
        replaced: Callable[[], Optional[Replacement]],
        no_backup: Callable[[], str],
        run_script: Callable[[str], None],
    ) -> None:
        """`syncing` returns the names of syncing phones, `moved` the change of address if phones
        have an old one, `replaced` a phone's upload that nobody has looked at, `no_backup`
        why the phones' copy cannot be backed up; `run_script` runs JavaScript in the bar."""
        self._phones = phones
        self._merger = bridge.merger
        self._media = bridge.media
        self._syncing = syncing
        self._moved = moved
        self._replaced = replaced
        self._no_backup = no_backup
        self._run_script = run_script
        self._shown = _NOTHING
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        qconnect(self._timer.timeout, self.refresh)

    def markup(self) -> str:
        """Return the markup for the bar, as Anki draws it."""
        shown = self._shown = self._look()
        return (
            f'<a id="{_ID}" href="#" title="{html.escape(shown.title)}"'
            f' aria-label="{html.escape(shown.title)}"'
            f" onclick=\"pycmd('{COMMAND}'); return false\""
            f' style="display: {shown.display}; color: {shown.colour}; position: fixed;'
            f" {_end()}: 12px; top: 50%; transform: translateY(-50%); font-size: 13px;"
            f' text-decoration: none">{SHAPES.get(shown.colour, "")}</a>'
        )

    def follow(self, live: Live) -> None:
        """Refresh with each event of the server."""
        live.subscribe(lambda _event, _name: self.refresh())

    def refresh(self) -> None:
        """Show the current state without redrawing the bar."""
        now = self._look()
        if self._phones.server is not None:
            soon = now.colour == BLUE or self._media.trouble is not None
            self._timer.start(_SYNCING_MS if soon else _RESTING_MS)
        if now == self._shown:
            return
        self._shown = now
        display, colour, title = (json.dumps(text) for text in now)
        shape = json.dumps(SHAPES.get(now.colour, ""))
        self._run_script(
            f"(dot => {{ if (!dot) return; dot.style.display = {display};"
            f" dot.style.color = {colour}; dot.title = {title}; dot.textContent = {shape};"
            f" dot.setAttribute('aria-label', {title}); }})"
            f"(document.getElementById('{_ID}'))"
        )

    def _look(self) -> _Shown:
        problem = self._phones.status.problem
        if problem is not None:
            return _Shown("inline", RED, tr.status_problem(reason=explain(problem)))
        if self._phones.server is None:
            return _NOTHING
        if self._merger.question is not None:
            return _Shown("inline", AMBER, tr.status_question())
        replaced = self._replaced()
        if replaced is not None:
            title = tr.status_replaced(
                device=replaced.device,
                user=replaced.user,
                before=replaced.what.before.cards,
                now=replaced.what.now.cards,
            )
            return _Shown("inline", AMBER, title)
        trouble = self._merger.problem
        if trouble is not None:
            return _Shown("inline", RED, tr.status_apart(reason=explain(trouble)))
        media = self._media.trouble
        if media is MediaTrouble.FOLDER_MISSING:
            return _Shown("inline", RED, tr.status_media_missing())
        if media is MediaTrouble.FILES_MISSING:
            return _Shown("inline", AMBER, tr.status_question())
        names = self._syncing()
        if names:
            return _Shown("inline", BLUE, tr.status_syncing(device=", ".join(names)))
        if self._merger.waiting is not None:
            return _Shown(
                "inline", BLUE, tr.status_waiting(what=describe_wait(self._merger.waiting))
            )
        no_backup = self._no_backup()
        if no_backup:
            return _Shown("inline", AMBER, tr.status_no_backup(reason=no_backup))
        move = self._moved()
        if move is not None:
            title = tr.status_address_changed(former=move.old, address=move.new)
            return _Shown("inline", AMBER, title)
        return _Shown("inline", GREEN, tr.status_on())
