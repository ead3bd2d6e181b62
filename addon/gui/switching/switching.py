"""What a click on the toggle sets going: background work, questions, and what is said about it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Optional, Sequence, Tuple

from aqt.utils import tooltip

from ... import host
from ...errors import Problem, SyncRunning
from ...i18n import tr
from ...redirect.preparing import Ready
from ...redirect.profile_sync import ProfileSync
from ...redirect.settings import Mode, Target
from ..background import Background
from ..parts.messages import show_message
from ..windows import Windows
from . import sides
from .deleting import has_data, move_to_trash, wants_data_deleted
from .first_upload import upload_without_asking
from .one_way import replace_one_side
from .question import Choice, SwitchQuestion
from .remedies import Remedies

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from ...store.collection.summary import Summary

logger = logging.getLogger(__name__)
ANKIWEB = "AnkiWeb"


class Switching:
    """Carries out what the person asks for. Public methods run on the main thread."""

    def __init__(
        self, mw: AnkiQt, profile_sync: ProfileSync, windows: Windows, package: str, data: Path
    ) -> None:
        """`data` is the folder of this computer's server."""
        self._mw = mw
        self._data = data
        self._sync = profile_sync
        self._windows = windows
        self._background = Background(mw)
        self._remedies = Remedies(mw, package)
        self._working = False
        self.on_change: Callable[[], None] = lambda: None
        """Called when the menu should look again."""
        self.gone = False
        """Whether the add-on was deleted while Anki runs."""

    def turn_on(self) -> None:
        """Redirect the profile and bring both sides together; also "try again" when paused."""
        if not self._refused():
            self._prepare(self._sync.prepare, self._ask_first)

    def switch_to(self, target: Target) -> None:
        """Sync elsewhere from now on, after having said what that means."""
        same = target == self._sync.status.target
        if same and self._sync.status.problem is None:
            return
        if target.mode is Mode.OFF:
            self.turn_off()
        elif not self._refused():
            self._prepare(lambda: self._sync.prepare(target), self._ask_first, same)

    def turn_off(self) -> None:
        """Sync as before, with the login there was, after having said what that means."""
        if self._refused():
            return
        former = self._sync.former
        if not former.key:
            self._turn_off()  # nothing will sync by itself
            return
        SwitchQuestion(
            self._mw,
            (
                tr.switching_back(server=former.address or ANKIWEB, user=former.user),
                tr.switching_back_after(),
            ),
            (
                (tr.switching_side_anki(), sides.in_anki(self._mw)),
                (former.address or ANKIWEB, None),
            ),
            (("ok", tr.switching_back_ok(), self._turn_off),),
            self.on_change,
        ).open()

    def _turn_off(self) -> None:
        if self._refused():
            return
        try:
            self._sync.switch_off()
        except Problem as problem:
            self._remedies.show(problem)
        self._windows.close_all()
        self.on_change()
        if self._sync.status.problem is None:
            tooltip(tr.switching_off_done(), parent=self._mw)

    def status_clicked(self) -> None:
        """The person clicked the dot: show what is going on, or try again what did not work."""
        if self._sync.status.problem is not None:
            self.turn_on()
        elif self._windows.address_moved() is not None:
            self._windows.connect_phone()
        else:
            self._windows.devices()

    def profile_opened(self) -> None:
        """Anki shows a profile's window: say what kept it from being redirected, if anything."""
        self.on_change()
        if self._sync.status.problem is not None:
            self._remedies.show(self._sync.status.problem, self.turn_on)

    def config_changed(self) -> None:
        """The person has edited the add-on's configuration: make it true at once."""
        if not self._sync.status.wanted:
            return
        if host.why_not_now(self._mw) is not None or self._working:
            show_message(self._mw, tr.switching_config_later(), warning=False)
            return
        before = self._sync.status.target

        def restart() -> Ready:
            self._sync.stop_server()
            return self._sync.prepare()

        def done(ready: Ready) -> None:
            if ready.settings.target != before:
                self._ask_first(ready)
            elif self._commit(ready) and ready.server is not None:
                self._windows.connect_phone()  # the address may be another one now

        self._prepare(restart, done)

    def deleted(self) -> None:
        """Anki is about to delete this add-on: leave nothing of it behind."""
        self.gone = True
        # while a sync runs the identity has to stay; it is put back when the profile closes
        quiet = host.why_not_now(self._mw) is None and not self._working
        if self._sync.status.wanted and quiet:
            try:
                self._sync.switch_off()
            except Problem as problem:
                logger.warning("%s", problem)
        self._windows.close_all()
        self.on_change()
        if quiet and has_data(self._data) and wants_data_deleted(self._mw, self._data):
            self._sync.stop_server()
            try:
                move_to_trash(self._data)
            except OSError as error:
                show_message(self._mw, tr.switching_delete_failed(reason=str(error)))

    def changed_elsewhere(self) -> None:
        """The person logged out or chose another server in Preferences: that is their decision."""
        self._windows.close_all()
        self.on_change()
        show_message(self._mw, tr.switching_left(), warning=False)

    def _refused(self) -> bool:
        problem = SyncRunning() if self._working else host.why_not_now(self._mw)
        if problem is None:
            return False
        self._remedies.show(problem)
        self.on_change()
        return True

    def _prepare(
        self, work: Callable[[], Ready], then: Callable[[Ready], None], pauses: bool = True
    ) -> None:
        """`pauses`: where the profile syncs now is what cannot be had, if `work` fails."""
        self._working = True

        def again() -> None:
            if not self._refused():
                self._prepare(work, then, pauses)

        def failed(problem: Problem) -> None:
            self._working = False
            if pauses and self._sync.status.wanted:
                self._sync.pause(problem)
            self.on_change()
            # with what was asked for, which may not be where switching on leads to
            self._remedies.show(problem, again)

        def done(ready: Ready) -> None:
            self._working = False
            if self._sync.is_open(ready):
                then(ready)
            else:
                self._sync.discard(ready)

        self._background.run_with_progress(tr.switching_preparing(), work, done, failed)

    def _commit(self, ready: Ready) -> bool:
        try:
            self._sync.commit(ready)
        except Problem as problem:
            self._remedies.show(problem)
            return False
        finally:
            self.on_change()
        return True

    def _ask_first(self, ready: Ready) -> None:
        """Say what will happen, unless nothing can be lost."""
        if ready.settings.target == self._sync.status.target:
            self._redirected(ready)  # "try again": it was said before
        elif ready.server is None:
            address = ready.settings.target.address
            self._ask(
                ready,
                (tr.switching_elsewhere(server=address), tr.switching_elsewhere_after()),
                (address, None),
                (("ok", tr.switching_elsewhere_ok(), lambda: self._go(ready, None)),),
            )
        elif ready.account_is_empty:
            self._redirected(ready)
        else:
            self._ask_which_side(ready)

    def _ask_which_side(self, ready: Ready) -> None:
        there = sides.on_server(self._data, ready.settings.account)
        if there is not None and there.schema == self._sync.schema_at(ready):
            self._redirected(ready)  # both are merged, as at any sync
            return
        self._ask(
            ready,
            (tr.switching_which_side(), tr.switching_which_side_after()),
            (tr.switching_side_phones(), there),
            (
                ("keep_server", tr.switching_keep_phones(), lambda: self._go(ready, False)),
                ("keep_anki", tr.switching_keep_anki(), lambda: self._go(ready, True)),
            ),
        )

    def _ask(
        self,
        ready: Ready,
        sentences: Sequence[str],
        other_side: Tuple[str, Optional[Summary]],
        choices: Sequence[Choice],
    ) -> None:
        def declined() -> None:
            self._sync.discard(ready)
            self.on_change()

        both = ((tr.switching_side_anki(), sides.in_anki(self._mw)), other_side)
        SwitchQuestion(self._mw, sentences, both, choices, declined).open()

    def _go(self, ready: Ready, upload: Optional[bool]) -> None:
        """The person has answered; `upload` is the direction, if it was asked for."""
        if not self._sync.is_open(ready) or self._refused():
            self._sync.discard(ready)
        elif upload is None:
            self._redirected(ready)
        elif self._commit(ready):
            replace_one_side(self._mw, upload, lambda: self._synced(ready, True))

    def _synced(self, ready: Ready, well: bool) -> None:
        self._mw.reset()
        if well and ready.server is self._sync.server:
            self._windows.connect_phone()

    def _redirected(self, ready: Ready) -> None:
        if not self._commit(ready):
            return

        if ready.account_is_empty:
            upload_without_asking(
                self._mw, lambda: ready.account_is_empty, lambda well: self._synced(ready, well)
            )
        elif ready.settings.target.mode is Mode.THIS_COMPUTER:
            host.sync(self._mw, lambda: self._synced(ready, True))
        else:
            host.sync(self._mw, lambda: None)
