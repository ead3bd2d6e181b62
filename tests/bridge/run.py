"""Hands trials out to worker processes, shows progress, and says how to repeat a failure."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.live.process import REPOSITORY
from tests.live.servers import AnkiServer, User
from tools.test_run import Counts

from . import clock
from .hosts import python_of
from .kinds import ANKI, Kind, order_for

BATCH = 10  # trials of one worker process
ERRORS = "stderr.txt"
SHOWN = 25  # last lines of a failed trial's story

Seed = tuple[int, Kind]


@dataclass(frozen=True)
class Plan:
    """What to run."""

    seeds: list[Seed]
    steps: int | None = None
    host: str | None = None
    jobs: int = 1
    baseline: bool = False
    settings: dict[str, Any] = field(default_factory=dict)
    """Of every trial, besides those of its kind."""
    log: Path | None = None


@dataclass
class Result:
    """What came out so far."""

    counts: Counts = field(default_factory=Counts)
    done: Counter[str] = field(default_factory=Counter)
    failed: list[dict[str, Any]] = field(default_factory=list)


def run(plan: Plan) -> int:
    """Run the plan; 0 when every trial passed."""
    began = time.monotonic()
    result = Result()
    try:
        carry_out(plan, show=True, result=result)
    finally:  # whoever stops it wants to know how far it came
        done = ", ".join(f"{number:,} {what}" for what, number in sorted(result.done.items()))
        print(f"\n{done}")
        print(result.counts.summary(time.monotonic() - began), flush=True)
    return 1 if result.counts.failed or result.counts.errors else 0


def carry_out(plan: Plan, *, show: bool, result: Result | None = None) -> Result:
    """Run the plan, noting all in `result`; raises NoVirtualClock, and what `python_of` raises."""
    python = python_of(plan.host) if plan.host else Path(sys.executable)
    batches: queue.SimpleQueue[list[Seed]] = queue.SimpleQueue()
    size = min(BATCH, -(-len(plan.seeds) // plan.jobs))
    for start in range(0, len(plan.seeds), size):
        batches.put(plan.seeds[start : start + size])
    answers: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    result = result or Result()
    with contextlib.ExitStack() as started:
        for _ in range(plan.jobs):
            # what is under way is ended with this process, by Ctrl+C too
            under_way = started.enter_context(contextlib.ExitStack())
            work = (plan, python, batches, answers, under_way)
            threading.Thread(target=_work, args=work, daemon=True).start()
        for number in range(len(plan.seeds)):
            answer = answers.get()
            _note(plan, result, answer)
            if show:
                _show(plan, answer, number + 1)
    return result


def _work(
    plan: Plan,
    python: Path,
    batches: queue.SimpleQueue[list[Seed]],
    answers: queue.SimpleQueue[dict[str, Any]],
    under_way: contextlib.ExitStack,
) -> None:
    while True:
        try:
            batch = batches.get_nowait()
        except queue.Empty:
            return
        waiting = [seed for seed, _ in batch]
        try:
            for answer in _batch(plan, python, batch, under_way):
                waiting.remove(answer["seed"])
                answers.put(answer)
        except Exception as error:
            for seed in list(waiting):
                answers.put({"seed": seed, "error": str(error), "log": [], "counts": {}})


def _batch(
    plan: Plan, python: Path, batch: list[Seed], under_way: contextlib.ExitStack
) -> Iterator[dict[str, Any]]:
    settings = dict(plan.settings)
    if plan.steps is not None:
        settings["steps"] = plan.steps
    if plan.host is not None:
        settings["old"] = True
    trials = [order_for(seed, kind, baseline=plan.baseline, **settings) for seed, kind in batch]
    wanted = sum(trial["upstream"] == ANKI for trial in trials)
    with under_way as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lan-sync-bridge-")))
        file = folder / "clock"
        clock.Clock(file)
        environment = clock.environment(file)
        accounts = []
        if wanted:
            server = TimedAnkiServer(folder / "anki", wanted, environment)
            stack.enter_context(server)
            users = [server.new_user() for _ in range(wanted)]
            accounts = [
                {"url": server.url, "user": user.name, "password": user.password} for user in users
            ]
        worker = stack.enter_context(_worker(python, environment, folder))
        yield from _answers(worker, {"trials": trials, "accounts": accounts}, folder)


class TimedAnkiServer(AnkiServer):
    """Anki's own server under the virtual clock."""

    def __init__(self, data: Path, users: int, environment: dict[str, str]) -> None:
        super().__init__(data, [User(f"user{n}", f"password {n}") for n in range(users)])
        self._clock = environment

    def _environment(self) -> dict[str, str]:
        return {**super()._environment(), **self._clock}


@contextlib.contextmanager
def _worker(
    python: Path, environment: dict[str, str], folder: Path
) -> Iterator[subprocess.Popen[str]]:
    with (folder / ERRORS).open("w") as stderr:
        process = subprocess.Popen(
            [str(python), "-m", "tests.bridge.worker"],
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY), **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            encoding="utf-8",
        )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _answers(
    process: subprocess.Popen[str], order: dict[str, Any], folder: Path
) -> Iterator[dict[str, Any]]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(order) + "\n")
    process.stdin.flush()
    watch = Watch(process)
    try:
        for trial in order["trials"]:
            watch.begin(trial["patience"])
            line = process.stdout.readline()
            if not line:
                raise RuntimeError(f"the worker ended: {(folder / ERRORS).read_text()[-2500:]}")
            yield json.loads(line)
    finally:
        watch.end()


class Watch:
    """Aborts a process that gives no answer for too long, so that it shows where it hangs."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._timer: threading.Timer | None = None

    def begin(self, patience: float) -> None:
        """Start waiting again, for this many seconds."""
        self.end()
        self._timer = threading.Timer(patience, self._process.send_signal, [signal.SIGABRT])
        self._timer.daemon = True
        self._timer.start()

    def end(self) -> None:
        """Stop waiting."""
        if self._timer is not None:
            self._timer.cancel()


def _note(plan: Plan, result: Result, answer: dict[str, Any]) -> None:
    result.done.update(answer["counts"])
    if "error" not in answer:
        result.counts.passed += 1
        return
    result.counts.failed += 1
    result.failed.append(answer)
    if plan.log is not None:
        with plan.log.open("a", encoding="utf-8") as file:
            file.write(f"seed {answer['seed']}: {answer.get('trace', answer['error'])}\n")
            file.write("\n".join(answer["log"]) + "\n\n")


def _show(plan: Plan, answer: dict[str, Any], number: int) -> None:
    kinds = dict(plan.seeds)
    kind = kinds[answer["seed"]].name
    if "error" in answer:
        story = "\n  ".join(answer["log"][-SHOWN:])
        print(f"\nseed {answer['seed']} ({kind}) FAILED: {answer['error']}\n  {story}")
        host = f" --host {plan.host}" if plan.host else ""
        print(f"again: python -m tests.bridge 1 --first {answer['seed']} --kind '{kind}'{host}")
    else:
        print(".", end="")
    if number % 50 == 0 or number == len(plan.seeds):
        print(f" [{100 * number // len(plan.seeds):3}%]")
    sys.stdout.flush()
