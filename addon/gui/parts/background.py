"""Background work. All of ours goes through here, so that no failure goes unnoticed."""

from __future__ import annotations

import concurrent.futures
import logging
from concurrent.futures import Future
from typing import TYPE_CHECKING, Callable, TypeVar

from aqt.qt import QObject, qconnect

from ... import threads
from ...errors import Problem, Unforeseen

if TYPE_CHECKING:
    from aqt.main import AnkiQt

logger = logging.getLogger(__name__)

T = TypeVar("T")
Failed = Callable[[Problem], None]
"""Called on the main thread with what went wrong; unknown exceptions become Unforeseen."""


class Background:
    """Runs `work` in a thread, then either `done` or `failed` on the main thread."""

    def __init__(self, mw: AnkiQt) -> None:
        self._mw = mw

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        name: str = "lan-sync-background",
    ) -> None:
        """Run `work` without showing anything; `name` is the thread's.

        It gets its own thread: in Anki's task manager, it would delay operations on the collection.
        """
        future: Future[T] = Future()

        def run() -> None:
            try:
                future.set_result(work())
            except BaseException as error:  # reported where the result is read
                future.set_exception(error)
            self._mw.taskman.run_on_main(lambda: _tell(future, done, failed))

        threads.start(run, name)

    def wait_for_operations(self, seconds: float) -> None:
        """Wait on the main thread until Anki's operations on the collection have ended.

        Since 23.10, one thread carries them out one after another. Before that there were many, and
        this waits for none of them.
        """
        concurrent.futures.wait([self._mw.taskman.run_in_background(lambda: None)], seconds)

    def run_with_progress(
        self, label: str, work: Callable[[], T], done: Callable[[T], None], failed: Failed
    ) -> None:
        """Run `work` behind Anki's progress window, which shows `label`.

        QueryOp exists since 2.1.45 and hands failures over in two ways; the task manager beneath it
        is the same in all versions.
        """
        self._mw.taskman.with_progress(
            work,
            lambda future: _tell(future, done, failed),
            parent=self._mw,
            label=label,
        )


class WindowsWork:
    """Work of a window, whose results are dropped once Qt has deleted it."""

    def __init__(self, window: QObject, background: Background) -> None:
        self._background = background
        self._is_there = True

        def on_destroyed() -> None:
            self._is_there = False

        qconnect(window.destroyed, on_destroyed)

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do what `Background.run` does."""

        def still_done(result: T) -> None:
            if self._is_there:
                done(result)

        def still_failed(problem: Problem) -> None:
            if self._is_there:
                failed(problem)

        self._background.run(work, still_done, still_failed)


def _tell(future: Future[T], done: Callable[[T], None], failed: Failed) -> None:
    try:
        result = future.result()
    except Problem as problem:
        failed(problem)
    except BaseException as error:  # even SystemExit must not end Anki
        logger.exception("work in the background failed")
        failed(Unforeseen(str(error) or type(error).__name__))
    else:
        done(result)
