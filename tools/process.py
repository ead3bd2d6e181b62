"""Child processes that end as this one does."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from .environment import ROOT


def exit_on_sigterm() -> None:
    """Make SIGTERM end this process as sys.exit() does: with all that it started cleaned up."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def call(python: Path, arguments: list[str], environment: dict[str, str] | None = None) -> int:
    """Run .venv's Python in the project's folder; return its exit code.

    Ctrl+C reaches the child too, which may have things to put in order and a last word to say:
    subprocess.run() would kill it after a quarter of a second.
    """
    process = subprocess.Popen([str(python), *arguments], cwd=ROOT, env=environment)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue
        except SystemExit:
            process.terminate()
            process.wait()
            raise
