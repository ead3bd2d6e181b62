"""What is counted and not timed: flushes that a sync waits for, and wake-ups of an idle server."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from . import content
from .servers import Server
from .sides import Side

_CALLS = "fsync,fdatasync,msync,syncfs,sync"  # what makes a process wait for the disk
_FLUSH = re.compile(rf"^\d+ +(\d+\.\d+) (?:{_CALLS.replace(',', '|')})\(", re.M)
_MEDIA = 25  # files: what a client puts into one upload


def counts(side: Side, idle: float) -> Iterator[tuple[str, int | None]]:
    """Yield the name of each row and its count; None where the system cannot count.

    Flushes are those before the server's last answer; nobody waits for later ones. Wake-ups are
    counted for `idle` seconds, after a wait of the same length for what a server has put off.
    """

    def one_card() -> None:
        side.first.flag(1)
        side.first.sync()

    def media() -> None:
        content.add_media(side.first.col, _MEDIA, "counted")
        side.first.sync_media()

    side.first.sync()  # fetches what an earlier job left
    flushing: tuple[tuple[str, Callable[[], object]], ...] = (
        ("flushes: login", side.first.log_in),
        ("flushes: nothing to sync", side.first.sync),
        ("flushes: one card, sent", one_card),
        (f"flushes: {_MEDIA} media files, sent", media),
    )
    for name, work in flushing:
        yield name, flushes(side.server, work, idle)
    yield f"wake-ups in {idle:.0f} s of nothing", wake_ups(side.server, idle)


def flushes(server: Server, work: Callable[[], object], settle: float) -> int | None:
    """Return how often the server flushed a file during `work`; None without strace's help."""
    if shutil.which("strace") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder, "calls")
        began, ended = _traced(server, calls, work, settle)
        found = [float(moment) for moment in _FLUSH.findall(calls.read_text())]
    return sum(began <= moment <= ended for moment in found) if ended else None


def wake_ups(server: Server, idle: float) -> int | None:
    """Return how often threads of an idle server wake up in `idle` seconds; None if unknown."""
    time.sleep(idle)
    before = _switches(server)
    time.sleep(idle)
    after = _switches(server)
    return None if before is None or after is None else after - before


def _traced(
    server: Server, output: Path, work: Callable[[], object], settle: float
) -> tuple[float, float]:
    """Let strace list the server's flushes; return when `work` began and ended.

    Both are 0 if this system does not let strace look.
    """
    command = ["strace", "-f", "-ttt", "-e", f"trace={_CALLS}", "-o", str(output)]
    pid = str(server.process.pid)
    with subprocess.Popen([*command, "-p", pid], stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr is not None
        if "attached" not in strace.stderr.readline():
            return 0, 0
        time.sleep(settle)
        began = time.time()
        work()
        ended = time.time()
        time.sleep(settle)
        strace.terminate()
    return began, ended


def _switches(server: Server) -> int | None:
    total = 0
    try:
        for status in Path(f"/proc/{server.process.pid}/task").glob("*/status"):
            found = re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status.read_text(), re.M)
            total += int(found[1]) if found else 0
    except OSError:
        return None
    return total or None
