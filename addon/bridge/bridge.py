"""The bridge between the desktop's open collection and the store that phones sync with."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..store.paths import UserFolder
from . import first_merge, other_structure, stamping
from .change_check import ChangeCheck
from .desktop import Desktop
from .examine import examine
from .outcome import Answer, Deferred, Direction, Outcome
from .prepared import Prepared
from .problems import explained
from .read_desktop import StillMoving
from .recover import recover
from .run import Run
from .store import Store, is_free, opened_store
from .writer import Writer

if TYPE_CHECKING:
    from anki.collection import Collection


class Bridge:
    """Merges one user's store and an open collection.

    The caller must hold the store during each call: no phone's session runs in it, and no other
    process has it. All lasting state is in `bridge.db`, so methods may be called at any time, any
    number of times, and after any crash.

    Every method may raise `BridgeProblem` with one sentence. Each side was then written in one
    transaction or not at all.
    """

    def __init__(self, folder: UserFolder | Path, clock: Callable[[], float] = time.time) -> None:
        """`folder` is the user's; `clock` returns seconds since 1970."""
        self.folder = UserFolder(folder) if isinstance(folder, Path) else folder
        self._clock = clock
        self._change_check = ChangeCheck(self.folder)

    def is_free(self) -> bool:
        """Return at once whether `merge` can write without waiting for another user of the file.

        Raises BridgeProblem if another program has it locked for writing.
        """
        with explained(self.folder):
            return is_free(self.folder)

    def must_compare(self, col: Collection) -> bool:
        """Return whether `merge` will compare everything, which takes seconds; on any thread.

        False also if the two were never merged.
        """
        with explained(self.folder):
            desktop = Desktop(col)
            with self._merged_store(desktop) as store:
                if store is None:
                    return False
                run = Run(store, desktop, Direction.BOTH, None, self._clock())
                return bool(run.look(desktop.is_new_to(self.folder.root)))

    def prepare(self, col: Collection) -> Prepared | None:
        """Read both sides and decide what `merge` will write, so that it only has to write.

        Only reads `col`, on any thread; before Anki 23.10 not while Anki writes. Returns None if
        that must all be done at once.
        """
        if self.folder.other_structure is not None:
            return None
        with explained(self.folder), contextlib.suppress(StillMoving):
            desktop = Desktop(col)
            marks = self._change_check.look(desktop)
            if marks is None:
                return None
            with self._merged_store(desktop) as store:
                if store is None:
                    return None
                stamping.finish(store, desktop)
                recover(store, desktop)
                now = self._clock()
                run = Run(store, desktop, Direction.BOTH, None, now, ahead=True)
                decided = run.decide()
            if run.outcome.deferred is None and self._change_check.look(desktop) == marks:
                return Prepared(decided, run.outcome, marks)
        return None

    def merge(
        self, col: Collection, answer: Answer | None = None, prepared: Prepared | None = None
    ) -> Outcome:
        """Merge in both directions, on the thread that writes to `col`.

        `answer` answers the question that an earlier call returned; without such a question it has
        no effect. `prepared`, from `prepare`, spares reading and deciding if nothing has changed
        since; use it once.
        """
        if self.folder.other_structure is None:
            if prepared is not None and answer is None:
                outcome = self._carry_out(col, prepared)
                if outcome is not None:
                    return outcome
            return self._run(col, Direction.BOTH, answer)
        outcome = self._run(col, Direction.BOTH, None)
        if outcome.question is not None:  # this one comes first
            return outcome if answer is None else self._run(col, Direction.BOTH, answer)
        if outcome.deferred is not None:
            return outcome
        return self._choose_structure(col, outcome, answer)

    def _carry_out(self, col: Collection, prepared: Prepared) -> Outcome | None:
        """Write what was prepared; return None if either side has changed since."""
        with explained(self.folder), contextlib.suppress(StillMoving):
            desktop = Desktop(col)
            if self._change_check.look(desktop) != prepared.marks:
                return None
            outcome, decided = prepared.outcome, prepared.decided
            if decided is not None:
                with self._merged_store(desktop) as store:
                    if store is None:
                        return None  # the state is damaged, and was set aside
                    Writer(store, desktop, outcome, self._clock()).carry_out(decided)
            return outcome
        return None

    def _choose_structure(
        self, col: Collection, outcome: Outcome, answer: Answer | None
    ) -> Outcome:
        """Ask whose note types to keep, or carry out the answer; `outcome` is the merge so far."""
        with explained(self.folder):
            question = other_structure.question(Desktop(col), self.folder)
            if question is None:
                return outcome
            if answer not in question.kind.answers:
                outcome.question = question
                return outcome
            if answer is Answer.STORE:
                other_structure.put_in_place(self.folder)
                before, outcome = outcome, self._run(col, Direction.BOTH, answer)
                outcome.to_collection.kinds |= before.to_collection.kinds
            if outcome.question is None and outcome.deferred is None:
                self.folder.offer_structure(None)
        return outcome

    def into_store(self, col: Collection) -> Outcome:
        """Copy the collection's changes to the store; only reads `col`, on any thread.

        Call it before a phone learns the store's state. What needs changes in the collection as
        well is left to `merge`. If undo or redo could reverse a deletion that the phone is about to
        get, this clears the undo history, without writing anything: a device does not record a
        second deletion of the same object.

        Before Anki 23.10, the caller must save the collection on the main thread first.
        """
        return self._run(col, Direction.INTO_STORE, None)

    def into_collection(self, col: Collection, answer: Answer | None = None) -> Outcome:
        """Copy the store's changes to the collection, on the thread that writes to `col`."""
        return self._run(col, Direction.INTO_COLLECTION, answer)

    def stamp(self, col: Collection, least: int = stamping.THRESHOLD) -> bool:
        """Mark pending changes as synced in a profile without a server; return whether it was done.

        Call it when such a profile opens and closes, on the thread that writes to `col`. Does
        nothing if no more than `least` changes are pending, or if the merge left something undone.
        """
        outcome = self.merge(col)
        if outcome.question is not None or outcome.deferred is not None or outcome.left:
            return False
        with explained(self.folder), opened_store(self.folder) as store:
            return stamping.stamp(store, Desktop(col), int(self._clock() * 1000), least)

    def examine(self, col: Collection) -> dict[str, int] | None:
        """Compare everything without changing either side, at most once a week.

        Only reads `col`, from any thread; before Anki 23.10 not while Anki writes. Returns how many
        objects of each kind differ, or None if nothing was compared; see `examine.examine`.
        """
        with explained(self.folder):
            desktop = Desktop(col)
            with self._merged_store(desktop) as store:
                if store is None:
                    return None
                return examine(store, desktop, self._clock())

    @contextlib.contextmanager
    def _merged_store(self, desktop: Desktop) -> Iterator[Store | None]:
        """Open the store; yield None if it was never merged with this collection."""
        if not first_merge.has_bridged_store(self.folder):
            yield None
            return
        with opened_store(self.folder) as store:
            yield store if first_merge.were_merged(store, desktop) else None

    def _run(self, col: Collection, direction: Direction, answer: Answer | None) -> Outcome:
        with explained(self.folder):
            desktop = Desktop(col)
            marks = self._change_check.look(desktop)
            if self._change_check.nothing_changed(marks, direction):
                return Outcome()
            try:
                with self._merged_store(desktop) as store:
                    if store is not None:
                        stamping.finish(store, desktop)
                        recover(store, desktop)
                        run = Run(store, desktop, direction, answer, self._clock())
                        outcome = run.merge()
                        if run.was_quiet:  # before it looked; much may change meanwhile
                            self._change_check.note(marks, direction)
                        return outcome
                if direction is Direction.INTO_STORE:
                    return Outcome(deferred=Deferred.NOT_PAIRED)
                return first_merge.merge_first_time(desktop, self.folder, self._clock(), answer)
            except StillMoving:
                return Outcome(deferred=Deferred.BUSY)
