"""Assemble the parts of the bridge inside Anki."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable, List, Optional

from aqt.qt import QTimer
from aqt.utils import tooltip

from ...errors import Problem
from ...phones.phones import Phones
from ...redirect.open_profile import OpenProfile
from ...redirect.redirect import Redirect
from ..parts.background import Background
from ..parts.live import Live
from ..parts.messages import show_message
from ..parts.problems import explain
from .arrivals import Arrival
from .catching_up import CatchingUp
from .counterpart import Counterpart
from .editors import Editors
from .examining import Examining
from .media import SharedMedia
from .merger import Merger
from .migration import Migration
from .preparing import Preparing
from .questions import show_question
from .readiness import Readiness
from .triggers import Triggers
from .words import describe_arrival

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from ...bridge import Answer

_ASK_AGAIN_MS = 500


@dataclass(frozen=True)
class BridgeInAnki:
    """What the entry and the windows need of the bridge."""

    mw: AnkiQt
    merger: Merger
    catching_up: CatchingUp
    triggers: Triggers
    readiness: Readiness
    media: SharedMedia
    examining: Examining
    counterpart: Callable[[], Optional[Counterpart]]

    def profile_opens(self) -> None:
        """Start with a profile whose window is shown."""
        self.triggers.profile_opens()
        self.server_started()
        self.examining.start()

    def server_started(self) -> None:
        """Start with the server of the profile that is shown, which starts in the background."""
        if self.counterpart() is None or not self.readiness.open:
            return
        self.merger.recall()
        if self.readiness.syncing or self.readiness.at_work:
            self.merger.merge_when_ready()
        else:
            self.triggers.server_started()

    def follow(self, live: Live) -> None:
        """Follow the server and show what arrived."""

        def show(arrivals: List[Arrival]) -> None:
            tooltip("<br>".join(map(describe_arrival, arrivals)), parent=self.mw)

        live.subscribe(self.merger.on_event)
        live.subscribe(self.media.on_event)
        self.merger.on_arrival = show
        self.merger.on_in_step = self.media.share
        # later, because this may happen in the middle of a sync or of closing a profile
        self.merger.on_question = lambda _question: QTimer.singleShot(0, self.ask)
        self.triggers.follow()
        self.media.follow()

    def ask(self) -> None:
        """Ask what must be decided, as soon as nothing else is open."""
        question = self.merger.question
        if question is None:
            return
        if self.readiness.why_wait() is not None:
            QTimer.singleShot(_ASK_AGAIN_MS, self.ask)
            return

        def failed(problem: Problem) -> None:
            show_message(self.mw, explain(problem))

        def answered(answer: Answer) -> None:
            self.merger.answer(answer, failed)

        show_question(self.mw, question, answered, lambda: None)


def set_up_bridge(
    mw: AnkiQt, phones: Phones, profile: OpenProfile, redirect: Redirect
) -> BridgeInAnki:
    """Set up the bridge between the open collection and the store. Once per program."""

    # the same while it is the same: its bridge remembers when nothing has changed
    known = functools.lru_cache(maxsize=1)(Counterpart)

    def counterpart() -> Optional[Counterpart]:
        # called from the server's threads too
        server, account = phones.server, phones.account
        if server is None or not account:
            return None
        return known(server, account)

    readiness, background = Readiness(mw), Background(mw)
    migration = Migration(mw, profile, redirect, readiness, background)
    preparing = Preparing(mw, readiness, background)
    merger = Merger(mw, counterpart, readiness, Editors(), preparing, migration)

    def may_ask() -> bool:
        return merger.question is None and readiness.why_wait() is None

    return BridgeInAnki(
        mw,
        merger,
        CatchingUp(mw, counterpart, readiness, background, merger.merge_soon),
        Triggers(mw, merger, readiness, counterpart, background),
        readiness,
        SharedMedia(mw, counterpart, background, may_ask),
        Examining(mw, counterpart, readiness, background),
        counterpart,
    )
