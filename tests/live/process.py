"""A child process whose output is kept, and which can be waited for line by line."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

# Generous: a busy machine must never fail a test, only a server that does not come up.
START_TIMEOUT = 120.0  # s
STOP_TIMEOUT = 120.0  # s
REPOSITORY = Path(__file__).resolve().parents[2]


class Child:
    """A running `python -m ...` with its output (stdout and stderr together) in `log`."""

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str] | None = None,
        folder: Path = REPOSITORY,
    ) -> None:
        self._changed = threading.Condition()
        self._lines: list[str] = []
        self._ended = False
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env={
                **os.environ,
                "PYTHONUNBUFFERED": "1",
                "PYTHONPATH": str(REPOSITORY),
                **(environment or {}),
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as output:
            for line in output:
                with self._changed:
                    self._lines.append(line)
                    self._changed.notify_all()
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    @property
    def log(self) -> str:
        """Everything written so far."""
        with self._changed:
            return "".join(self._lines)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    def wait_for(self, pattern: str, timeout: float = START_TIMEOUT) -> re.Match[str]:
        """Return the first match in the output. Raises AssertionError when the process ends or
        stays silent."""
        expression = re.compile(pattern)
        found: list[re.Match[str]] = []

        def seen() -> bool:
            found.extend(m for m in map(expression.search, self._lines) if m)
            return bool(found) or self._ended

        with self._changed:
            self._changed.wait_for(seen, timeout)
        assert found, f"no {pattern!r} in the output:\n{self.log}"
        return found[0]

    def signal(self, number: int) -> None:
        self._process.send_signal(number)

    def wait(self, timeout: float = STOP_TIMEOUT) -> int:
        """Return the exit code; all output has been read by then."""
        code = self._process.wait(timeout)
        self._reader.join(timeout)
        return code

    def kill(self) -> None:
        """kill -9, as a power cut or the system's memory killer would."""
        self._process.kill()
        self.wait()

    def interrupt(self) -> int:
        """Ctrl+C, with kill -9 for a process that ignores it. Returns the exit code."""
        self.signal(signal.SIGINT)
        try:
            return self.wait()
        except subprocess.TimeoutExpired:
            self.kill()
            raise
