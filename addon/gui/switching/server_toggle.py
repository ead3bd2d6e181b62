"""Switch to another server from the menu, after asking whether it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from aqt.utils import tooltip

from ...i18n import tr
from ..parts.messages import offer
from ..parts.other_servers import Answer, OtherServers, Question
from ..parts.other_servers_words import describe_answer, is_well

if TYPE_CHECKING:
    from aqt.main import AnkiQt


class ServerToggle:
    """Asks first, because Anki would say that AnkiWeb cannot be reached, whatever the server."""

    def __init__(self, mw: AnkiQt, servers: OtherServers, switch_to: Callable[[str], None]) -> None:
        """`switch_to` explains the switch and does it."""
        self._mw = mw
        self._servers = servers
        self._switch_to = switch_to

    def turn_on(self, server: str) -> None:
        """Switch to the server with this address."""
        profile = self._mw.pm.name

        def go() -> None:
            self._switch_to(server)

        def heard(answer: Answer) -> None:
            if self._mw.col is None or self._mw.pm.name != profile:
                return
            if is_well(answer):
                go()
            else:
                offer(self._mw, describe_answer(answer), tr.switching_elsewhere_ok(), go)

        tooltip(tr.settings_test_connecting(address=server), parent=self._mw)
        self._servers.ask(Question(server), heard)
