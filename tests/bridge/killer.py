"""Merge in processes that are killed: before a write, or at a random moment.

`python -m tests.bridge.killer` reads a line of JSON for each merge, forks a process that
carries it out, and answers with a line. None of Anki's code runs in it before it forks.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, Optional

from anki.collection import Collection

from addon.bridge import Bridge

from .writes import Writes


class Killer:
    """The process that forks."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def merge(
        self,
        collection: Path,
        folder: Path,
        which: str,
        *,
        before: Optional[int] = None,
        after: Optional[float] = None,
    ) -> int:
        """Merge a closed collection with the store in `folder`.

        The process is killed before write number `before`, or `after` so many seconds. Return the
        number of writes if it finished first, else 0.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = [str(collection), str(folder), which, before, after]
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        status, writes = json.loads(self._process.stdout.readline())
        if status == -signal.SIGKILL:
            return 0
        assert status == 0, f"the merge ended with {status}"
        return int(writes)

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def main() -> None:
    """Carry out the orders on standard input, each in its own process."""
    # Anki prints now and then, which must not get mixed up with the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in sys.stdin:
        collection, folder, which, before, after = json.loads(line)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            _merge(collection, folder, which, before, writer)
        os.close(writer)
        if after is not None:
            select.select([], [], [], after)  # time.sleep does not know the virtual clock
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        with os.fdopen(reader) as written:
            count = written.read() or "0"
        answers.write(json.dumps([os.waitstatus_to_exitcode(status), int(count)]) + "\n")
        answers.flush()


def _merge(collection: str, folder: str, which: str, before: Optional[int], answer: int) -> None:
    try:
        writes = Writes(before, lambda: os.kill(os.getpid(), signal.SIGKILL))
        col: Any = Collection(collection)
        with writes.watched():
            getattr(Bridge(Path(folder)), which)(col)
        col.close()
        os.write(answer, str(writes.count).encode())
        os._exit(0)
    finally:  # after an error: nothing of the parent's may run in the child
        import traceback

        traceback.print_exc()
        os._exit(1)


if __name__ == "__main__":
    main()
