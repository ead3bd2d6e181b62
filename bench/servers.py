"""The two servers, each in its own process, with the same accounts and empty storage."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
USER = "bench"
USERS = (USER, *(f"bench{number}" for number in range(2, 9)))
PASSWORD = "correct horse battery staple"


@dataclass(frozen=True)
class Server:
    """A running server, and the folder with its data."""

    name: str
    folder: Path
    address: str
    process: subprocess.Popen[str]

    def seconds_for_health(self, times: int) -> float:
        """Return how long a connection and an answer take that need no work, the mean of many.

        It is the least that a sync can take. Both servers have this address.
        """
        began = time.perf_counter()
        for _ in range(times):
            with urllib.request.urlopen(f"{self.address}health") as answer:
                answer.read()
        return (time.perf_counter() - began) / times

    def peak_memory(self) -> float | None:
        """Return its peak memory in MiB; None if the system does not say (not Linux)."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        except OSError:
            return None
        (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024


@contextmanager
def ours(folder: Path) -> Iterator[Server]:
    """Run LAN Sync's server without Anki's window."""
    command = [sys.executable, "-m", "addon.server"]
    data = ["--data", str(folder)]
    for user in USERS:
        subprocess.run(
            [*command, "adduser", *data, user], cwd=ROOT, input=PASSWORD, text=True, check=True
        )
    process = subprocess.Popen(
        [*command, "serve", *data, "--port", "0"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with _ended(process):
        assert process.stdout is not None
        line = process.stdout.readline()
        address = line.removeprefix("listening on ").strip()
        if not address.startswith("http://"):
            raise RuntimeError(f"our server did not start: {line!r}")
        yield Server("ours", folder, address, process)


@contextmanager
def ankis(folder: Path) -> Iterator[Server]:
    """Run the server in Anki's own package."""
    port = _free_port()
    environment = {
        **os.environ,
        **{f"SYNC_USER{n}": f"{user}:{PASSWORD}" for n, user in enumerate(USERS, 1)},
        "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": str(port),
        "SYNC_BASE": str(folder),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "anki.syncserver"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with _ended(process):
        _wait(lambda: _answers(port) or process.poll() is not None)
        if process.poll() is not None:
            raise RuntimeError("Anki's server did not start")
        yield Server("anki", folder, f"http://127.0.0.1:{port}/", process)


@contextmanager
def _ended(process: subprocess.Popen[str]) -> Iterator[None]:
    try:
        yield
    finally:
        process.terminate()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 0.2).close()
    except OSError:
        return False
    return True


def _wait(condition: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise RuntimeError(f"Anki's server did not start within {seconds:.0f} s")
        time.sleep(0.02)
