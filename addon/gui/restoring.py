"""Going back to a backup: what it holds, what is here now, and what happens then."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Callable, NamedTuple, Optional

from aqt.qt import QWidget

from ..errors import BackupDamaged, NoSuchBackup, Problem
from ..i18n import tr
from ..phones.phones import Phones
from .parts.background import Background
from .parts.messages import offer, show_message
from .parts.problems import explain
from .parts.question import SidesQuestion
from .parts.when import moment

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from ..store.totals import Totals
    from ..store.transfer.put_back import Replaced
    from .bridge.merger import Merger


class _Sides(NamedTuple):
    made: float
    backup: Totals
    now: Optional[Totals]


class Restoring:
    """Asks before a backup is restored, and restores it. Runs on the main thread."""

    def __init__(
        self,
        mw: AnkiQt,
        data: Path,
        phones: Phones,
        merger: Merger,
        background: Background,
    ) -> None:
        """`data` is the folder of this computer's server."""
        self._mw = mw
        self._data = data
        self._phones = phones
        self._merger = merger
        self._background = background

    def ask(
        self, parent: QWidget, user: str, backup: str, done: Callable[[], None] = lambda: None
    ) -> None:
        """Show what the backup of that name and the user's copy hold; restore it if wanted.

        `done` is called when it has been restored.
        """

        def show(sides: _Sides) -> None:
            sentences = [tr.restoring_question(), tr.restoring_devices(user=user)]
            if user == self._phones.account:
                sentences.append(tr.restoring_anki())
            shown = [(tr.restoring_backup(date=moment(sides.made)), sides.backup)]
            if sides.now is not None:
                shown.append((tr.replaced_now(), sides.now))
            SidesQuestion(
                parent,
                sentences,
                shown,
                (
                    (
                        "restore",
                        tr.restoring_restore(),
                        lambda: self._restore(user, backup, done),
                    ),
                ),
                lambda: None,
            ).open()

        self._background.run(
            lambda: _look(self._data, user, backup),
            show,
            lambda problem: _complain(parent, problem),
        )

    def _restore(self, user: str, backup: str, done: Callable[[], None]) -> None:
        server = self._phones.server

        def work() -> Optional[Replaced]:
            """Restore it. For a thread."""
            if server is not None:
                return server.upkeep.restore(user, backup)
            from .. import upkeep

            return upkeep.restore(self._data, user, backup)

        def restored(undone: Optional[Replaced]) -> None:
            done()
            if user == self._phones.account:
                self._merger.merge_when_ready()
            said = f"{tr.restoring_done()} {tr.restoring_devices(user=user)}"
            if undone is None:  # what was there before had no cards
                show_message(self._mw, said, warning=False)
                return
            again = undone.backup.stem
            offer(
                self._mw,
                said,
                tr.replaced_undo(),
                lambda: self._restore(user, again, lambda: None),
            )

        self._background.run(work, restored, lambda problem: _complain(self._mw, problem))


def _look(data: Path, user: str, backup: str) -> _Sides:
    """Count both sides. For a thread; raises NoSuchBackup and BackupDamaged."""
    from ..store.collection.summary import summarize
    from ..store.paths import UserFolder, users_path
    from ..store.transfer import backup_files

    folder = UserFolder(users_path(data) / user)
    found = backup_files.find(folder, backup)
    if found is None:
        raise NoSuchBackup(backup)
    held = backup_files.content_of(found.path)
    if held is None:
        raise BackupDamaged(found.name, "it cannot be read")
    now = None
    with contextlib.suppress(sqlite3.Error):  # damaged: all the more reason to go back
        now = summarize(folder.collection)
    return _Sides(found.made, held.totals, None if now is None else now.totals)


def _complain(parent: QWidget, problem: Problem) -> None:
    show_message(parent, explain(problem))
