"""Child processes that end together with this one."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .environment import ROOT

# Anki takes SIGTERM as a request to quit, and may wait for an answer before it does.
PATIENCE = 10.0  # s


def exit_on_sigterm() -> None:
    """Make SIGTERM end this process like sys.exit(), with everything cleaned up."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


class ModuleFailed(Exception):
    """A module's exit code is not 0; the message has its output."""


def run_module(module: Sequence[str], environment: dict[str, str]) -> None:
    """Run `python -m MODULE ...` in the project's folder; raise ModuleFailed if it fails."""
    done = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise ModuleFailed(f"{module[0]}: exit code {done.returncode}\n{done.stdout}{done.stderr}")


class Child:
    """A running process of .venv's Python."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def runs(self) -> bool:
        """Return whether it has not ended yet."""
        return self._process.poll() is None

    def wait(self) -> int:
        """Wait for its end; return its exit code.

        Ctrl+C reaches the child too, which may have things to put in order and a last word to say:
        subprocess.run() would kill it after a quarter of a second.
        """
        while True:
            try:
                return self._process.wait()
            except KeyboardInterrupt:
                continue
            except SystemExit:
                self.stop()
                raise

    def stop(self, patience: float = PATIENCE) -> None:
        """End it, if it still runs; kill it where SIGTERM has not ended it after `patience` (s)."""
        self._process.terminate()
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def start(
    python: Path,
    arguments: list[str],
    environment: dict[str, str] | None = None,
    output: Path | None = None,
) -> Child:
    """Start .venv's Python in the project's folder; `output` takes what it prints."""
    command = [str(python), *arguments]
    if output is None:
        return Child(subprocess.Popen(command, cwd=ROOT, env=environment))
    with output.open("wb") as file:
        return Child(
            subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT
            )
        )


def call(python: Path, arguments: list[str], environment: dict[str, str] | None = None) -> int:
    """Run .venv's Python in the project's folder; return its exit code."""
    return start(python, arguments, environment).wait()
