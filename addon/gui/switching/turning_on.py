"""Switching on by a click in the menu: a server elsewhere is asked first whether it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from aqt.utils import tooltip

from ...i18n import tr
from ...redirect.settings import Mode, Target
from ..parts.messages import offer
from ..parts.other_servers import Answer, OtherServers, Question
from ..parts.other_servers_words import is_well, sentence

if TYPE_CHECKING:
    from aqt.main import AnkiQt


class TurningOn:
    """Anki itself would say that AnkiWeb cannot be reached, whatever the server."""

    def __init__(self, mw: AnkiQt, servers: OtherServers, turn_on: Callable[[], None]) -> None:
        """`turn_on` does it, and says what it means."""
        self._mw = mw
        self._servers = servers
        self._turn_on = turn_on

    def to(self, target: Target) -> None:
        """Switch on; `target` is where that leads."""
        if target.mode is not Mode.ANOTHER_SERVER:
            self._turn_on()
            return
        profile = self._mw.pm.name

        def heard(answer: Answer) -> None:
            if self._mw.col is None or self._mw.pm.name != profile:
                return
            if is_well(answer):
                self._turn_on()
            else:
                offer(self._mw, sentence(answer), tr.switching_elsewhere_ok(), self._turn_on)

        tooltip(tr.settings_test_connecting(address=target.address), parent=self._mw)
        self._servers.ask(Question(target.address), heard)
