"""`python -m bench [--quick] [--rounds N]`: see the package. Run it as `python3 dev.py bench`."""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tools.environment import ROOT
from tools.ftl import bench as strings

from . import content
from .bridge import Desktop
from .client import Client
from .jobs import FULL, QUICK, Job, Side, Sizes, jobs, merges
from .servers import ankis, ours

# seconds, by the name of the job and of the server
Times = defaultdict[str, defaultdict[str, list[float]]]


@dataclass
class Results:
    """What was measured, and each server's peak memory after each job (MiB), if known."""

    times: Times = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    memory: dict[str, dict[str, float | None]] = field(default_factory=dict)


def main() -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python3 dev.py bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a twentieth of the content")
    parser.add_argument(
        "--rounds", type=int, default=5, help="rounds to take medians of (%(default)s)"
    )
    options = parser.parse_args()
    results = measure(QUICK if options.quick else FULL, options.rounds)
    print(table(results))
    print(f"\nstrings\n{strings.report(ROOT / 'addon' / 'strings')}")
    return 0


def measure(sizes: Sizes, rounds: int) -> Results:
    """Do all jobs `rounds` times with each server, in turns."""
    results = Results()
    with tempfile.TemporaryDirectory(prefix="lan-sync-bench-") as name:
        folder = Path(name)
        collection = folder / "content" / "collection.anki2"
        _say(f"making a collection of {sizes.notes:,} notes ...")
        content.make_collection(collection, sizes.notes)
        for work, device in ((jobs, Client), (merges, Desktop)):
            with ExitStack() as stack:
                sides = []
                for start, first in ((ours, device), (ankis, Client)):
                    place = folder / work.__name__ / start.__name__
                    (place / "server").mkdir(parents=True)
                    server = stack.enter_context(start(place / "server"))
                    side = Side(server, place, collection, first)
                    stack.callback(side.close)
                    sides.append(side)
                for job in work(sizes):
                    _do(job, sides, rounds, results)
    return results


def _do(job: Job, sides: list[Side], rounds: int, results: Results) -> None:
    for number in range(rounds):
        _say(f"{', '.join(job.names)}: round {number + 1} of {rounds}")
        # In turns, and each first in turn, so that other load affects both equally.
        for side in sides if number % 2 else reversed(sides):
            seconds = job.run(side, number)
            for work, taken in zip(job.names, seconds, strict=True):
                results.times[work][side.server.name].append(taken)
    for work in job.names:
        results.memory[work] = {side.server.name: side.first.peak_memory() for side in sides}


def table(results: Results) -> str:
    """Return a table of medians in ms, their ratio, and the peak memory so far."""
    lines = [
        f"{'':<34}{'ours':>10}{'Anki':>10}{'ours/Anki':>11}{'peak memory: ours':>20}{'Anki':>8}",
        f"{'':<34}{'ms':>10}{'ms':>10}{'':>11}{'MiB':>20}{'MiB':>8}",
    ]
    for work, times in results.times.items():
        mine, theirs = (1000 * statistics.median(times[name]) for name in ("ours", "anki"))
        memory = results.memory[work]
        lines.append(
            f"{work:<34}{mine:>10.1f}{theirs:>10.1f}{mine / theirs:>11.2f}"
            f"{_memory(memory['ours']):>20}{_memory(memory['anki']):>8}"
        )
    return "\n".join(lines)


def _memory(mebibytes: float | None) -> str:
    return "-" if mebibytes is None else f"{mebibytes:.0f}"


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
