"""Three devices live random lives with both servers: `python -m tests.lives 50`.

Whatever they do, the devices of our server and those of Anki's own must hold the same.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bridge import clock
from tests.live.process import REPOSITORY
from tools.process import exit_on_sigterm


def main(arguments: list[str]) -> int:
    """Return the exit code: 0 if all lives ended well. Raises NoVirtualClock."""
    parser = argparse.ArgumentParser(prog="python3 dev.py test --lives", description=__doc__)
    parser.add_argument("lives", type=int, nargs="?", default=20, help="how many (default 20)")
    parser.add_argument("--steps", type=int, default=40, help="the most steps of each (default 40)")
    parser.add_argument("--seed", type=int, help="repeat what a seed led to")
    parser.add_argument("--shrink", action="store_true", help="find the shortest life that fails")
    chosen = parser.parse_args(arguments)
    seed = random.randrange(10**6) if chosen.seed is None else chosen.seed
    played = play(chosen.lives, chosen.steps, "--seed", str(seed), *["--shrink"] * chosen.shrink)
    print(played.stdout)
    failed = played.returncode != 0
    print(
        f"{chosen.lives} lives: " + (f"failed, again with --seed {seed}" if failed else "all well")
    )
    return played.returncode


def play(lives: int, steps: int, *options: str) -> subprocess.CompletedProcess[str]:
    """Play lives in a process under the virtual clock; its output is in `stdout`."""
    with tempfile.TemporaryDirectory(prefix="lan-sync-clock-") as folder:
        file = Path(folder, "clock")
        clock.Clock(file)
        arguments = [str(lives), "--steps", str(steps), *options]
        return subprocess.run(
            [sys.executable, "-m", "tests.lives.play", *arguments],
            cwd=REPOSITORY,
            env={**os.environ, **clock.environment(file)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )


if __name__ == "__main__":
    exit_on_sigterm()
    sys.exit(main(sys.argv[1:]))
