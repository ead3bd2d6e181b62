"""Faults at every request of every kind of sync: `python -m tests.faults`.

Each trial has a server and two devices with changes, and a fault at one request of a sync. Then the
fault is healed, both devices sync, and nothing may be missing.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tools.process import exit_on_sigterm

from .kinds import ANOTHER_DEVICE, FAULTS
from .scenes import FIRST_UPLOAD, SCENES, Stage
from .trial import NEEDLESS, Trial, run, stage


def main(arguments: list[str]) -> int:
    """Return the exit code: 0 if nothing was lost and no needless one-way sync was asked for."""
    parser = argparse.ArgumentParser(prog="python3 dev.py test --faults", description=__doc__)
    parser.add_argument("--sample", type=int, help="how many at random (default: all)")
    parser.add_argument("--scene", choices=SCENES, nargs="+", default=list(SCENES))
    parser.add_argument("--fault", choices=FAULTS, nargs="+", default=list(FAULTS))
    parser.add_argument("--request", type=int, help="only at the request of this number")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time (%(default)s)")
    chosen = parser.parse_args(arguments)
    exit_on_sigterm()
    with tempfile.TemporaryDirectory(prefix="lan-sync-faults-") as folder:
        stages = {name: ready for name in chosen.scene if (ready := _stage(name, Path(folder)))}
        trials = [
            trial
            for trial in every_trial(stages)
            if trial.fault in chosen.fault and chosen.request in {None, trial.request}
        ]
        if chosen.sample is not None:
            trials = random.sample(trials, min(chosen.sample, len(trials)))
        return _run_all(trials, stages, Path(folder), chosen.jobs)


def every_trial(stages: dict[str, Stage]) -> Iterator[Trial]:
    """Yield each fault at each request of each scene."""
    for scene, prepared in stages.items():
        for request in range(1, prepared.requests + 1):
            for fault in FAULTS:
                # whoever comes first to an empty server uploads: two such devices must be asked
                if (scene, fault) != (FIRST_UPLOAD, ANOTHER_DEVICE):
                    yield Trial(scene, request, fault)


def _stage(name: str, folder: Path) -> Stage | None:
    """Prepare a scene; None where this machine lacks what it needs."""
    try:
        return stage(name, folder / name)
    except pytest.skip.Exception as lacking:
        print(f"not played: {name}: {lacking}")
        return None


def _run_all(trials: list[Trial], stages: dict[str, Stage], folder: Path, jobs: int) -> int:
    began = time.monotonic()
    failed: list[Trial] = []
    needless = 0

    def one(numbered: tuple[int, Trial]) -> tuple[Trial, Exception | None]:
        number, trial = numbered
        place = folder / f"trial {number}"
        try:
            run(trial, stages[trial.scene], place)
        except Exception as error:
            return trial, error
        finally:
            shutil.rmtree(place, ignore_errors=True)
        return trial, None

    with ThreadPoolExecutor(jobs) as pool:
        for trial, error in pool.map(one, enumerate(trials)):
            if error:
                failed.append(trial)
                needless += isinstance(error, NEEDLESS)
                print(f"\n{trial}")
                traceback.print_exception(error)
            else:
                print(".", end="", flush=True)
    for trial in failed:
        print(f"failed: {trial}")
    seconds = time.monotonic() - began
    print(f"\n{len(trials)} faults injected in {seconds:.0f} s: {len(failed)} failed,", end=" ")
    print(f"{needless} of them by a needless one-way sync")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
