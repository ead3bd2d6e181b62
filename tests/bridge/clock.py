"""A clock shared by every process of a trial; it stands still until a step moves it on.

Debian's libfaketime, preloaded into a process, takes the time of day from a file. So a step takes
two seconds on the devices but none of ours, two devices act within the same second whenever a seed
says so, and days pass.
"""

from __future__ import annotations

import glob
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path

from tools.system_packages import VIRTUAL_CLOCK

MILLISECOND = 0.001  # s
DAY = 86_400.0  # s
BEGIN = datetime(2026, 3, 2, 9, tzinfo=timezone.utc).timestamp()

_FILE = "FAKETIME_TIMESTAMP_FILE"


class NoVirtualClock(Exception):
    """This machine lacks libfaketime."""


def environment(file: Path) -> dict[str, str]:
    """Return variables that make a process follow the clock in `file`. Raises NoVirtualClock."""
    found = glob.glob(VIRTUAL_CLOCK)
    if not found:
        raise NoVirtualClock("libfaketime is not installed (Debian: the package libfaketime)")
    return {
        "LD_PRELOAD": found[0],
        _FILE: str(file),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",  # waiting takes real time
        # else threads that wait for Python's global lock give up at once, again and again
        "FAKETIME_FORCE_MONOTONIC_FIX": "0",
        "NO_FAKE_STAT": "1",
        "TZ": "UTC",
    }


class Clock:
    """The clock of this process and all that share its file."""

    def __init__(self, file: Path | None = None) -> None:
        """Stop the clock at BEGIN. Without `file`: the one this process was started with."""
        self._file = file or Path(os.environ[_FILE])
        self._now = BEGIN
        self._wrong_by = 0.0
        self._show()

    @property
    def now(self) -> float:
        """Seconds since 1970, exact to the millisecond."""
        return self._now

    def move_on(self, seconds: float) -> None:
        """Move the clock forward for every process."""
        self._now = round(self._now + max(seconds, MILLISECOND), 3)
        self._show()

    def go_to(self, moment: float) -> None:
        """Go to a moment, also to a past one: what happens elsewhere at the same time."""
        self._now = moment
        self._show()

    def next_second(self) -> None:
        """Go to the beginning of the next full second."""
        self.move_on(int(self._now) + 1 - self._now)

    def restart(self) -> None:
        """Go back to BEGIN, for the next trial of this process."""
        self._now = BEGIN
        self._show()

    @contextmanager
    def wrong_by(self, seconds: float) -> Iterator[None]:
        """Set the clock wrong while the block runs, as on one device."""
        self._wrong_by = seconds
        self._show()
        try:
            yield
        finally:
            self._wrong_by = 0.0
            self._show()

    def _show(self) -> None:
        moment = self._now + self._wrong_by
        text = datetime.fromtimestamp(moment, timezone.utc).strftime("%Y-%m-%d %H:%M:%S.%f")
        fresh = self._file.with_suffix(".new")
        fresh.write_text(text)
        fresh.replace(self._file)


def works(file: Path) -> bool:
    """Return whether a process really follows the clock in `file`."""
    Clock(file)
    shown = subprocess.run(
        [sys.executable, "-c", "import time; print(time.time())"],
        env={**os.environ, **environment(file)},
        capture_output=True,
        text=True,
        check=True,
    )
    return abs(float(shown.stdout) - BEGIN) < 1 and abs(time.time() - BEGIN) > 1
