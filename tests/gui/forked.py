"""`python -m tests.gui.forked`: imports Anki once, and forks a process for each Anki wanted.

A third of the time in which an Anki starts goes into imports. Nothing of it runs before the fork:
no thread, no Qt application, no back end.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from tests.live.clients import wait_until

ENDED = "ended.json"
"""The file in the data folder that has the exit code."""


class Forked:
    """A process that was forked, with what is used here of subprocess.Popen."""

    def __init__(
        self, base: Path, arguments: list[str], environment: Mapping[str, str], output: Path
    ) -> None:
        self._ended = base / ENDED
        self._ended.unlink(missing_ok=True)
        order = [str(base), arguments, dict(environment), str(output)]
        forker = _forker()
        assert forker.stdin is not None
        assert forker.stdout is not None
        forker.stdin.write(json.dumps(order) + "\n")
        forker.stdin.flush()
        self._pid = int(forker.stdout.readline())

    def poll(self) -> int | None:
        """Return the exit code; None as long as it runs."""
        if not self._ended.exists():
            return None
        return int(json.loads(self._ended.read_text("utf-8")))

    def wait(self, timeout: float = 60) -> int:
        """Wait for its end, for at most `timeout` (s); return the exit code."""
        wait_until(lambda: self.poll() is not None, timeout)
        code = self.poll()
        assert code is not None
        return code

    def kill(self) -> None:
        """Kill it, unless it has ended."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)


@cache
def _forker() -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        [sys.executable, "-m", __name__],
        cwd=Path(__file__).parents[2],
        stdin=pipe,
        stdout=pipe,
        encoding="utf-8",
    )
    atexit.register(process.communicate)  # its input ends, and so does it
    return process


def main() -> int:
    """Carry out the orders on standard input; return when they end, and in each new process."""
    from . import child, errors, running, steps  # noqa: F401 - what each Anki needs

    for line in sys.stdin:
        base, arguments, environment, output = json.loads(line)
        if os.fork() == 0:
            _fork_watched(Path(base))
            return _become_anki(child.main, base, arguments, environment, output)
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:  # those that have ended
                pass
    return 0


def _fork_watched(base: Path) -> None:
    """Fork, and return in the new process alone; this one reports its start and its end."""
    pid = os.fork()
    if pid == 0:
        return
    os.write(1, f"{pid}\n".encode())
    for number in (0, 1):
        os.dup2(os.open(os.devnull, os.O_RDWR), number)
    _, status = os.waitpid(pid, 0)
    written = base / f"{ENDED}.new"
    written.write_text(json.dumps(os.waitstatus_to_exitcode(status)), encoding="utf-8")
    written.rename(base / ENDED)
    os._exit(0)


def _become_anki(
    run: Any, base: str, arguments: list[str], environment: Mapping[str, str], output: str
) -> int:
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    written = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(written, 1)
    os.dup2(written, 2)
    return int(run(Path(base), *arguments))


if __name__ == "__main__":
    sys.exit(main())
