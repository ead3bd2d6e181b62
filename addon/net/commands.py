"""Questions to the system's own programs: they only read, and have a time limit."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

_SECONDS = 5.0


class NotRun(Exception):
    """The program is not there, took too long, or refused."""


def output(command: Sequence[str], seconds: float = _SECONDS) -> str:
    """What a program prints, within `seconds`; `NotRun` if it prints nothing good."""
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
            # words to be parsed, not words in the person's language; Windows knows no LC_ALL
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NotRun(f"{command[0]}: {error}") from error
    return done.stdout.decode("utf-8", "replace")
