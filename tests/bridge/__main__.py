"""The random test of the bridge, for as many seeds as you like: `python -m tests.bridge 100`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tools.process import exit_on_sigterm

from .hosts import HOSTS
from .kinds import KINDS, kind_of
from .run import Plan, run


def main(arguments: list[str]) -> int:
    """Return the exit code: 0 if every seed passed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bridge", description=__doc__)
    parser.add_argument("seeds", type=int, nargs="?", default=20, help="how many (default 20)")
    parser.add_argument("--first", type=int, default=0, help="the first seed (default 0)")
    parser.add_argument("--steps", type=int, help="steps of each trial")
    parser.add_argument("--kind", choices=KINDS, help="all of this kind (default: by the seed)")
    parser.add_argument("--host", choices=HOSTS, help="an older Anki on all devices")
    parser.add_argument("--jobs", type=int, default=1, help="how many at a time")
    parser.add_argument("--log", type=Path, help="a file for the whole story of what failed")
    parser.add_argument(
        "--baseline",
        action="store_true",
        help="without the bridge: the desktop syncs with the store",
    )
    exit_on_sigterm()
    chosen = parser.parse_args(arguments)
    kind = KINDS.get(chosen.kind)
    plan = Plan(
        seeds=[
            (seed, kind or kind_of(seed))
            for seed in range(chosen.first, chosen.first + chosen.seeds)
        ],
        steps=chosen.steps,
        host=chosen.host,
        jobs=chosen.jobs,
        baseline=chosen.baseline,
        log=chosen.log,
    )
    return run(plan)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
