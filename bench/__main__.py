"""`python -m bench [--quick] [--rounds N]`: see the package. Run it as `python3 dev.py bench`."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tools.environment import ROOT
from tools.ftl import bench as strings

from . import content, window
from .bridge import Desktop
from .client import Client
from .counts import counts
from .jobs import FULL, QUICK, Job, S, Sizes, crowds, jobs, large, merges
from .servers import Server, ankis, ours
from .sides import Crowd, Side

# seconds, by the name of the job and of the server
Times = defaultdict[str, defaultdict[str, list[float]]]


@dataclass
class Results:
    """What was measured and counted."""

    times: Times = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    memory: dict[str, dict[str, float | None]] = field(default_factory=dict)
    """Each server's peak memory after each job (MiB), if known."""
    counts: dict[str, dict[str, int | None]] = field(default_factory=lambda: defaultdict(dict))


def main() -> int:
    """Measure and print tables."""
    parser = argparse.ArgumentParser(prog="python3 dev.py bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a twentieth of the content")
    parser.add_argument(
        "--rounds", type=int, default=5, help="rounds to take medians of (%(default)s)"
    )
    options = parser.parse_args()
    # Anki's client and server refuse a collection of more than 300 MB unless this says otherwise.
    os.environ["MAX_SYNC_PAYLOAD_MEGS"] = "2000"
    sizes = QUICK if options.quick else FULL
    results = measure(sizes, options.rounds)
    print(table(results))
    print(f"\n{counted(results)}")
    _say("Anki's window: phones sync while it is open ...")
    print(f"\nin Anki's window\n{window.report(sizes)}")
    print(f"\nstrings\n{strings.report(ROOT / 'addon' / 'strings')}")
    return 0


def measure(sizes: Sizes, rounds: int) -> Results:
    """Do all jobs `rounds` times with each server, in turns, and count what can be counted."""
    results = Results()
    with tempfile.TemporaryDirectory(prefix="lan-sync-bench-") as name:
        folder = Path(name)
        collection = folder / "content" / "collection.anki2"
        _say(f"making a collection of {sizes.notes:,} notes ...")
        content.make_collection(collection, sizes.notes)
        two = partial(_two_devices, collection)
        with _sides(folder / "syncs", two) as sides:
            for job in jobs(sizes):
                _do(job, sides, rounds, results)
            _count(sides, sizes.idle, results)
        with _sides(folder / "merges", partial(_with_desktop, collection)) as sides:
            for job in merges(sizes):
                _do(job, sides, rounds, results)
        for users, devices, notes in sizes.crowds:
            one = folder / f"{notes}" / "collection.anki2"
            if not one.exists():
                content.make_collection(one, notes)
            with _sides(folder / "crowd", partial(_crowd, one, users, devices)) as homes:
                for work in crowds(users, devices, notes):
                    _do(work, homes, rounds, results)
        content.multiply(collection, sizes.times)
        with _sides(folder / "large", two) as sides:
            for job in large(sizes):
                _do(job, sides, rounds, results)
    return results


def _two_devices(collection: Path, server: Server, place: Path) -> Side:
    return Side(server, place, collection)


def _with_desktop(collection: Path, server: Server, place: Path) -> Side:
    return Side(server, place, collection, Desktop if server.name == "ours" else Client)


def _crowd(collection: Path, users: int, devices: int, server: Server, place: Path) -> Crowd:
    return Crowd(server, place, collection, users, devices)


@contextmanager
def _sides(folder: Path, make: Callable[[Server, Path], S]) -> Iterator[list[S]]:
    """Start both servers; give what `make` makes of each."""
    with ExitStack() as stack:
        sides: list[S] = []
        for start in (ours, ankis):
            place = folder / start.__name__
            (place / "server").mkdir(parents=True)
            side = make(stack.enter_context(start(place / "server")), place)
            stack.callback(side.close)
            sides.append(side)
        yield sides
    shutil.rmtree(folder)


def _do(job: Job[S], sides: list[S], rounds: int, results: Results) -> None:
    for number in range(rounds):
        _say(f"{', '.join(job.names)}: round {number + 1} of {rounds}")
        # In turns, and each first in turn, so that other load affects both equally.
        for side in sides if number % 2 else reversed(sides):
            seconds = job.run(side, number)
            for work, taken in zip(job.names, seconds, strict=True):
                results.times[work][side.server.name].append(taken)
    for work in job.names:
        results.memory[work] = {side.server.name: side.peak_memory() for side in sides}


def _count(sides: list[Side], idle: float, results: Results) -> None:
    _say("counting flushes and wake-ups ...")
    for side in sides:
        for row, number in counts(side, idle):
            results.counts[row][side.server.name] = number


def table(results: Results) -> str:
    """Return a table of medians in ms, their ratio, and the peak memory so far."""
    lines = [
        f"{'':<52}{'ours':>10}{'Anki':>10}{'ours/Anki':>11}{'peak memory: ours':>20}{'Anki':>8}",
        f"{'':<52}{'ms':>10}{'ms':>10}{'':>11}{'MiB':>20}{'MiB':>8}",
    ]
    for work, times in results.times.items():
        mine, theirs = (1000 * statistics.median(times[name]) for name in ("ours", "anki"))
        memory = results.memory[work]
        lines.append(
            f"{work:<52}{mine:>10.1f}{theirs:>10.1f}{mine / theirs:>11.2f}"
            f"{_memory(memory['ours']):>20}{_memory(memory['anki']):>8}"
        )
    return "\n".join(lines)


def counted(results: Results) -> str:
    """Return a table of what was counted."""
    lines = [f"{'':<52}{'ours':>10}{'Anki':>10}"]
    for row, numbers in results.counts.items():
        mine, theirs = ("-" if n is None else n for n in (numbers["ours"], numbers["anki"]))
        lines.append(f"{row:<52}{mine:>10}{theirs:>10}")
    return "\n".join(lines)


def _memory(mebibytes: float | None) -> str:
    return "-" if mebibytes is None else f"{mebibytes:.0f}"


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
