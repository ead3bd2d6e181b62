"""Switch a profile to another server and back, with the question before and a message after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Sequence

from aqt.utils import tooltip

from ... import host
from ...errors import Problem
from ...i18n import tr
from ...redirect.redirect import Redirect
from ..parts.connection_tester import ConnectionTest, ConnectionTester, TestResult
from ..parts.messages import offer, show_message
from ..parts.question import SidesQuestion
from ..parts.result_words import describe_result, is_ok
from .remedies import Remedies
from .turns import Turns

if TYPE_CHECKING:
    from aqt.main import AnkiQt

ANKIWEB = "AnkiWeb"


class ServerSwitch:
    """The switch. Runs on the main thread."""

    def __init__(
        self,
        mw: AnkiQt,
        redirect: Redirect,
        tester: ConnectionTester,
        turns: Turns,
        remedies: Remedies,
    ) -> None:
        self._mw = mw
        self._redirect = redirect
        self._tester = tester
        self._turns = turns
        self._remedies = remedies
        self.on_change: Callable[[], None] = lambda: None
        """Called when the menu should be refreshed."""

    def test_and_switch_to(self, server: str) -> None:
        """Switch to another server if it answers; otherwise say why not, and offer to do it anyway.

        Without the test, Anki would say that AnkiWeb cannot be reached, whatever the server.
        """
        profile = self._mw.pm.name

        def switch() -> None:
            self.switch_to(server)

        def report(result: TestResult) -> None:
            if self._mw.col is None or self._mw.pm.name != profile:
                return
            if is_ok(result):
                switch()
            else:
                offer(self._mw, describe_result(result), tr.switching_elsewhere_ok(), switch)

        tooltip(tr.settings_test_connecting(address=server), parent=self._mw)
        self._tester.run(ConnectionTest(server), report)

    def switch_to(self, server: str) -> None:
        """Explain what the switch means ("": back, as without us), and switch if agreed."""
        if server == self._redirect.status.server or self._turns.refused():
            return
        if server:
            self._ask(
                (tr.switching_elsewhere(server=server), tr.switching_elsewhere_after()),
                tr.switching_elsewhere_ok(),
                lambda: self._go(server),
            )
            return
        former = self._redirect.former
        if not former.key:
            self._go_back()  # without a login, nothing syncs automatically
            return
        title = former.address or ANKIWEB
        self._ask(
            (tr.switching_back(server=title, user=former.user), tr.switching_back_after()),
            tr.switching_back_ok(),
            self._go_back,
        )

    def signed_in_again(self) -> None:
        """Use a new login on the server that this profile already syncs with."""
        if self._turns.why_not_now() is not None:
            show_message(self._mw, tr.switching_config_later(), warning=False)
        elif self._redirect.status.server:
            self._switch(self._redirect.status.server)

    def profile_opened(self) -> None:
        """Say why the profile just opened could not be redirected, if it could not."""
        if self._redirect.status.problem is not None:
            self._remedies.show(self._redirect.status.problem)

    def changed_elsewhere(self) -> None:
        """Respect a logout or another server chosen in Preferences, and say so."""
        self.on_change()
        show_message(self._mw, tr.switching_left(), warning=False)

    def _ask(self, sentences: Sequence[str], label: str, agreed: Callable[[], None]) -> None:
        def go() -> None:
            if not self._turns.refused():
                agreed()

        choices = (("ok", label, go),)
        # without a table: nobody knows yet what the other server has
        SidesQuestion(self._mw, sentences, (), choices, self.on_change).open()

    def _switch(self, server: str) -> bool:
        try:
            self._redirect.switch_to(server)
        except Problem as problem:
            self._remedies.show(problem)
            return False
        finally:
            self.on_change()
        return True

    def _go(self, server: str) -> None:
        if self._switch(server):
            host.sync(self._mw, lambda: None)

    def _go_back(self) -> None:
        try:
            self._redirect.switch_off()
        except Problem as problem:
            self._remedies.show(problem)
        self.on_change()
        if self._redirect.status.problem is None:
            tooltip(tr.switching_back_done(), parent=self._mw)
