"""Environments with old versions of Anki, made once and kept below .cache."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from . import pythons
from .environment import ROOT, working_uv

if sys.platform != "win32":
    import fcntl

CACHE = ROOT / ".cache"
_BIN = "Scripts" if os.name == "nt" else "bin"


class NoPython(Exception):
    """This machine lacks the Python that a release needs."""


class NotInstalled(Exception):
    """A release could not be installed; the message has the installer's last lines."""


@dataclass(frozen=True)
class Recipe:
    """What it takes to install a release years later.

    `date`: nothing published later is installed with it.
    """

    packages: tuple[str, ...]
    python: tuple[int, int]
    date: str


def ready(folder: Path, recipe: Recipe) -> Path:
    """Return the Python of the environment in `folder`, which is made if necessary.

    Raises NoPython, NotInstalled.
    """
    python = folder / _BIN / "python"
    made_of = folder / "made-of"
    with suppress(OSError):
        if made_of.read_text() == f"{recipe}\n":
            return python
    base = pythons.find(recipe.python)
    if base is None:
        raise NoPython(f"needs Python {'.'.join(map(str, recipe.python))}, which is not installed")
    with _one_at_a_time():
        if not made_of.exists() or made_of.read_text() != f"{recipe}\n":
            shutil.rmtree(folder, ignore_errors=True)
            folder.parent.mkdir(parents=True, exist_ok=True)
            uv = _uv()
            _run(uv, "venv", "--quiet", "--python", base, folder)
            into = ("--python", python, "--exclude-newer", recipe.date)
            _run(uv, "pip", "install", "--quiet", *into, *recipe.packages)
            made_of.write_text(f"{recipe}\n")
    return python


def add_of_today(folder: Path, package: str) -> None:
    """Install a package that is newer than the release in its environment, if it is missing.

    Raises NotInstalled.
    """
    made_of = folder / f"made-of {package}"
    with _one_at_a_time():
        if not made_of.exists():
            _run(_uv(), "pip", "install", "--quiet", "--python", folder / _BIN / "python", package)
            made_of.touch()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Wait for other processes: those of one test run want the same environments."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "old-ankis.lock").open("w") as file:
        if sys.platform != "win32":  # where no test run starts several
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _uv() -> Path:
    """Return the installer uv, which finds old packages by date in seconds.

    pip cannot look for a date, and tries one version after another for many minutes.
    """
    on_path = working_uv()
    if on_path:
        return Path(on_path)
    folder = CACHE / "uv"
    if not (folder / _BIN / "uv").is_file():
        _run(sys.executable, "-m", "venv", "--clear", folder)
        _run(folder / _BIN / "python", "-m", "pip", "install", "--quiet", "uv")
    return folder / _BIN / "uv"


def _run(*command: str | Path) -> None:
    done = subprocess.run(
        list(map(str, command)),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    if done.returncode:
        last = "\n".join(f"{done.stdout}{done.stderr}".splitlines()[-5:])
        raise NotInstalled(f"{' '.join(map(str, command))}: {last}")
