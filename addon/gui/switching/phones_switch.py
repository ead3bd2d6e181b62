"""Switch "Sync phones with this computer" on and off, and say what happened."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Callable, Optional

from aqt.utils import tooltip

from ... import host
from ...errors import Problem, StoreBusy
from ...i18n import tr
from ...phones.phones import Phones, Ready
from ..bridge.counterpart import Counterpart
from ..bridge.merger import Merger
from ..bridge.questions import show_question
from ..parts.messages import show_message
from ..windows import Windows
from .remedies import Remedies
from .turns import Turns

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from ...bridge import Answer, Outcome, Question

logger = logging.getLogger(__name__)

_PATIENCE = 5.0  # seconds for which a phone's request is waited for
_TRY_EVERY_MS = 100
_TRIES = 50


class PhonesSwitch:
    """The switch. Runs on the main thread."""

    def __init__(
        self,
        mw: AnkiQt,
        phones: Phones,
        merger: Merger,
        windows: Windows,
        turns: Turns,
        remedies: Remedies,
    ) -> None:
        self._mw = mw
        self._phones = phones
        self._merger = merger
        self._windows = windows
        self._turns = turns
        self._remedies = remedies
        self.on_change: Callable[[], None] = lambda: None
        """Called when the menu should be refreshed."""

    def turn_on(self) -> None:
        """Start the server and pair the phones' store with the collection; also "try again"."""
        if not self._turns.refused():
            self._merger.after_saving(lambda: self._start(self._pair))

    def turn_off(self) -> None:
        """Stop the server; where the profile syncs does not change."""
        if self._turns.refused():
            return
        self._merger.merge_now()
        self.stop()
        if self._phones.status.problem is None:
            tooltip(tr.switching_off_done(), parent=self._mw)

    def stop(self) -> None:
        """Stop the server; say something only if that cannot be stored."""
        try:
            self._phones.switch_off()
        except Problem as problem:
            self._remedies.show(problem)
        self._merger.forget()
        self._windows.close_all()
        self.on_change()

    def profile_opened(self) -> None:
        """Say what keeps phones from syncing with the profile just shown, if anything does."""
        self.on_change()
        if self._phones.status.problem is not None:
            self._remedies.show(self._phones.status.problem, self.turn_on)

    def config_changed(self) -> None:
        """Apply a change of port or address at once."""
        if not self._phones.status.wanted:
            return
        if self._turns.why_not_now() is not None:
            show_message(self._mw, tr.switching_config_later(), warning=False)
            return

        def go_on(ready: Ready) -> None:
            if self._commit(ready):
                self._merger.merge_when_ready()
                self._windows.connect_phone()  # the address may have changed

        self._start(go_on, self._phones.stop_server)

    def _start(
        self, then: Callable[[Ready], None], before: Callable[[], None] = lambda: None
    ) -> None:
        def work() -> Ready:
            before()
            return self._phones.prepare()

        def again() -> None:
            if not self._turns.refused():
                self._start(then, before)

        def failed(problem: Problem) -> None:
            if self._phones.status.wanted:
                self._phones.pause(problem)
            self.on_change()
            self._remedies.show(problem, again)

        def started(ready: Ready) -> None:
            with ready:
                if self._phones.is_open(ready):
                    then(ready)

        self._turns.take(tr.switching_preparing(), work, started, failed)

    def _pair(self, ready: Ready) -> None:
        """Merge the collection and the phones' store for the first time."""
        counterpart = Counterpart(ready.server, ready.settings.account)

        def work() -> Outcome:
            with counterpart.hold_if_idle(_PATIENCE) as held:
                if not held:
                    raise StoreBusy
                return counterpart.bridge.merge(self._mw.col)

        def paired(outcome: Outcome) -> None:
            if outcome.question is not None:
                self._ask(ready, counterpart, outcome.question)
            else:
                self._paired(ready, outcome)

        if host.reads_in_threads() and not ready.server.has_collection(ready.settings.account):
            paired_later, failed_later = ready.later(paired), ready.later(self._failed)
            self._turns.take(tr.switching_copying(), work, paired_later, failed_later)
            return
        self._merge_here(ready, counterpart, None, paired)

    def _merge_here(
        self,
        ready: Ready,
        counterpart: Counterpart,
        answer: Optional[Answer],
        paired: Callable[[Outcome], None],
        tries: int = _TRIES,
    ) -> None:
        """Merge on the main thread, once store and Anki are free: each may take a moment."""

        def again(_nothing: None) -> None:
            if self._phones.is_open(ready):
                self._merge_here(ready, counterpart, answer, paired, tries - 1)

        try:
            with counterpart.hold_now() as held:
                free = held and self._turns.why_not_now() is None
                outcome = counterpart.bridge.merge(self._mw.col, answer) if free else None
        except Problem as problem:
            self._failed(problem)
            return
        if outcome is not None:
            paired(outcome)
        elif tries:
            again_later = ready.later(again)
            self._turns.wait(_TRY_EVERY_MS, lambda: again_later(None))
        else:
            self._failed(StoreBusy())

    def _ask(self, ready: Ready, counterpart: Counterpart, question: Question) -> None:
        def answered(answer: Answer) -> None:
            merge_later = ready.later(merge)
            self._merger.after_saving(lambda: merge_later(answer))

        def merge(answer: Answer) -> None:
            if not self._phones.is_open(ready) or self._turns.refused():
                self.on_change()
                return
            self._merge_here(
                ready,
                counterpart,
                answer,
                lambda outcome: self._paired(ready, outcome),
            )

        def declined(_nothing: None) -> None:
            self.on_change()

        declined_later = ready.later(declined)
        show_question(self._mw, question, ready.later(answered), lambda: declined_later(None))

    def _paired(self, ready: Ready, outcome: Outcome) -> None:
        if self._commit(ready):
            self._merger.report(outcome, show=True)
            self._windows.connect_phone()

    def _failed(self, problem: Problem) -> None:
        self.on_change()
        self._remedies.show(problem)

    def _commit(self, ready: Ready) -> bool:
        try:
            self._phones.commit(ready)
        except Problem as problem:
            self._remedies.show(problem)
            return False
        finally:
            self.on_change()
        return True
