"""`python -m tools.hosts [VERSION...]`: see the package. Run it as `python3 dev.py hosts`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from ..display import virtual_display
from ..package import build
from ..process import exit_on_sigterm
from .recipes import HOSTS
from .table import table
from .trial import PICTURES, Trial, attempt


def main() -> int:
    """Try the hosts; return 1 if one failed."""
    names = [host.name for host in HOSTS]
    parser = argparse.ArgumentParser(prog="python3 dev.py hosts", description=__doc__)
    parser.add_argument("versions", nargs="*", metavar="VERSION", help=f"of {', '.join(names)}")
    wanted = parser.parse_args().versions
    unknown = [name for name in wanted if name not in names]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; there are {', '.join(names)}")
    exit_on_sigterm()
    trials: list[Trial] = []
    with tempfile.TemporaryDirectory(
        prefix="lan-sync-hosts-", ignore_cleanup_errors=True
    ) as folder:
        package = build(Path(folder))
        for host in HOSTS:
            if wanted and host.name not in wanted:
                continue
            _tell(f"{host.name}:")
            began = time.monotonic()
            with virtual_display() as environment:
                trial = attempt(host, package, Path(folder, host.name), environment, _tell)
            trials.append(trial)
            _tell(f"{trial.outcome} ({time.monotonic() - began:.0f} s)\n")
    print(f"\n{table(trials)}\n\npictures in {PICTURES}")
    return 1 if any(trial.problem for trial in trials) else 0


def _tell(word: str) -> None:
    print(word, end=" " if word[-1] != "\n" else "", flush=True)


if __name__ == "__main__":
    sys.exit(main())
