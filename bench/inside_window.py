"""`python -m bench.inside_window switch_on|measure BASE RESULT CARDS`: one start of real Anki."""

from __future__ import annotations

import functools
import importlib
import json
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aqt import gui_hooks
from aqt.addons import AddonManager
from aqt.qt import QEventLoop, Qt, QTimer, qconnect

from tools.demo import desktop
from tools.environment import ROOT

_ROUNDS = 20  # of one card
_LARGE_ROUNDS = 5


class Stopwatch:
    """Adds up the CPU time of the main thread in the add-on while Anki starts."""

    def __init__(self) -> None:
        self.loading = 0.0
        self.hooks = 0.0

    def wrap(self) -> None:
        """Time Anki's loading of add-ons (there is just one) and then the add-on's hooks."""
        load = AddonManager.loadAddons

        def timed(manager: AddonManager) -> None:
            began = time.thread_time()
            load(manager)
            self.loading = time.thread_time() - began
            for hook in vars(gui_hooks).values():
                callbacks = getattr(hook, "_hooks", [])
                callbacks[:] = [self._timed(each) for each in callbacks]

        AddonManager.loadAddons = timed  # type: ignore[assignment,method-assign]

    def _timed(self, callback: Callable[..., Any]) -> Callable[..., Any]:
        if not getattr(callback, "__module__", "").startswith(desktop.PACKAGE):
            return callback

        @functools.wraps(callback)
        def timed(*args: Any) -> Any:
            began = time.thread_time()
            try:
                return callback(*args)
            finally:
                self.hooks += time.thread_time() - began

        return timed


class Merges:
    """How long the bridge holds the main thread: its merges, without Anki's redrawing."""

    def __init__(self) -> None:
        self.spent: list[float] = []
        bridge = importlib.import_module(f"{desktop.PACKAGE}.bridge").Bridge
        merge = bridge.merge

        @functools.wraps(merge)
        def timed(*args: Any) -> Any:
            began = time.perf_counter()
            try:
                return merge(*args)
            finally:
                self.spent.append(time.perf_counter() - began)

        bridge.merge = timed


class Stalls:
    """How long Qt's event loop could not run anything, by a timer of one millisecond."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self._gaps: list[float] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        qconnect(self._timer.timeout, self._tick)

    def during(self, work: Callable[[], None]) -> str:
        """Do something that turns the event loop; return "p99 / longest", in ms."""
        self._gaps.clear()
        self._last = time.perf_counter()
        self._timer.start(1)
        work()
        self._timer.stop()
        gaps = sorted(self._gaps)
        return f"{1000 * gaps[int(0.99 * len(gaps))]:.1f} / {1000 * gaps[-1]:.1f}"

    def _tick(self) -> None:
        now = time.perf_counter()
        self._gaps.append(now - self._last)
        self._last = now


class Taps:
    """A phone in a process of its own."""

    def __init__(self, base: Path) -> None:
        action = desktop.action("lan_sync_connect")
        turn(action.isEnabled)
        action.trigger()
        sheet = desktop.wait(desktop.sheet, "the window with what to type on a phone opens")
        assert sheet is not None
        shown = desktop.read(sheet)
        sheet.close()
        typed = [shown[name] for name in ("address", "user", "password")]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.phone", str(base / "phone"), *typed],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._answers: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()
        turn(lambda: self._answers)

    def tap(self, cards: int) -> float:
        """Let the phone change cards and sync; return the seconds until Anki shows them."""
        col = desktop.main_window().col
        assert col.db is not None
        assert self._process.stdin is not None
        self._answers.clear()
        shown: list[float] = []
        before = col.mod

        def look(*_changes: object) -> None:
            if col.mod != before:  # else it is the last tap that is shown once more
                shown.append(time.monotonic())

        gui_hooks.operation_did_execute.append(look)
        self._process.stdin.write(f"{cards}\n")
        self._process.stdin.flush()
        turn(lambda: self._answers and shown)
        gui_hooks.operation_did_execute.remove(look)
        return shown[0] - float(self._answers[0])

    def end(self) -> None:
        """Close the phone."""
        self._process.communicate()

    def _read(self) -> None:
        assert self._process.stdout is not None
        self._answers.extend(self._process.stdout)


def turn(condition: Callable[[], object]) -> None:
    """Let Qt's event loop run as it does in Anki, until the condition holds."""
    loop, look = QEventLoop(), QTimer()
    qconnect(look.timeout, lambda: loop.quit() if condition() else None)
    end = QTimer()
    end.setSingleShot(True)
    qconnect(end.timeout, loop.quit)
    look.start(5)
    end.start(120_000)
    loop.exec()
    if not condition():
        raise SystemExit("what was waited for did not happen")


def switch_on(_base: str, _cards: int) -> dict[str, str]:
    """Let phones sync with the profile."""
    desktop.action("lan_sync_toggle").trigger()
    sheet = desktop.wait(desktop.sheet, "the window with what to type on a phone opens")
    assert sheet is not None
    sheet.close()
    return {}


def measure(base: str, cards: int) -> dict[str, str]:
    """Let a phone tap; return each row's name and value."""
    taps: list[float] = []
    stalls, merges = Stalls(), Merges()
    phone = Taps(Path(base))

    def wait() -> None:
        end = time.monotonic() + 3
        turn(lambda: time.monotonic() > end)

    def tap(count: int, rounds: int) -> None:
        taps.clear()
        merges.spent.clear()
        for _ in range(rounds):
            taps.append(phone.tap(count))

    def summary(seconds: list[float]) -> str:
        return f"{1000 * statistics.median(seconds):.0f} / {1000 * max(seconds):.0f}"

    def content() -> Any:
        db = desktop.main_window().col.db
        assert db is not None
        return db.first("select sum(flags), sum(reps) from cards")

    rows = {"event loop at rest: p99 / longest gap, ms": stalls.during(wait)}
    before = content()
    rows["event loop, one card a tap: p99 / longest gap, ms"] = stalls.during(
        lambda: tap(1, _ROUNDS)
    )
    rows["one tap, one card: median / longest, ms"] = summary(taps)
    rows["the merge in it: median / longest, ms"] = summary(merges.spent)
    rows[f"event loop, {cards:,} cards a tap: p99 / longest, ms"] = stalls.during(
        lambda: tap(cards, _LARGE_ROUNDS)
    )
    rows[f"one tap, {cards:,} cards: median / longest, ms"] = summary(taps)
    rows[f"the merge in it, {cards:,} cards: median / longest, ms"] = summary(merges.spent)
    after = content()
    if after[0] == before[0] or after[1] != before[1] + cards * _LARGE_ROUNDS:
        raise SystemExit(f"Anki had {before} and now has {after}")
    phone.end()
    return rows


def main(step: str, base: str, result: str, cards: str) -> int:
    """Start Anki, do the step, quit."""
    watch = Stopwatch()
    watch.wrap()
    app = desktop.start_anki(base)
    starting = {
        "start-up, loading the add-on, ms of CPU": f"{1000 * watch.loading:.1f}",
        "start-up, in its hooks, ms of CPU": f"{1000 * watch.hooks:.1f}",
    }
    steps = {"switch_on": switch_on, "measure": measure}
    measured = {**starting, **steps[step](base, int(cards))}
    Path(result).write_text(json.dumps(measured), encoding="utf-8")
    QTimer.singleShot(0, desktop.main_window().unloadProfileAndExit)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
