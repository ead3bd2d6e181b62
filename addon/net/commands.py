"""Run programs of the system that only read something, with a time limit."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

_SECONDS = 5.0


class NotRun(Exception):
    """The program is missing, failed, or took too long."""


def output(command: Sequence[str], seconds: float = _SECONDS) -> str:
    """Return what a program prints. Raises NotRun if it fails or takes longer than `seconds`."""
    flags = 0
    if sys.platform == "win32":  # it would open a console window for a moment
        flags = subprocess.CREATE_NO_WINDOW
    try:
        done = subprocess.run(
            list(command),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=True,
            creationflags=flags,
            # English, for our parsers; Windows ignores LC_ALL
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NotRun(f"{command[0]}: {error}") from error
    return done.stdout.decode("utf-8", "replace")
