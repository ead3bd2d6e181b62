"""The Pythons of this machine, best first."""

from __future__ import annotations

import glob
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from .errors import NotReady

OLDEST = (3, 10)  # what the pinned Anki asks for
# 3.13 is what Anki ships. Older ones before newer ones: packages with compiled parts may not have
# wheels for the newest Python yet.
PREFERRED = ((3, 13), (3, 12), (3, 11), (3, 10))
# Modules that a Python built by hand may lack and Anki or the tests cannot do without.
NEEDED = "sqlite3, ssl, zlib, ctypes"


def best() -> Path:
    """The Python to make `.venv` of. Raises NotReady where there is none."""
    for wanted in PREFERRED:
        python = find(wanted)
        if python is not None:
            return python
    if sys.version_info >= OLDEST:
        return Path(sys.executable)
    raise NotReady(
        f"no Python {'.'.join(map(str, OLDEST))} or newer was found, and Anki needs it; "
        f"this is {sys.version.split()[0]} ({sys.executable}). Install one (3.13 is best) so that "
        "python3.13 is on PATH, then run this command again"
    )


def find(wanted: tuple[int, int]) -> Path | None:
    """A Python of this machine of just this version that works."""
    for candidate in _named(wanted):
        version = version_of(candidate)
        if version is not None and version[:2] == wanted:
            return candidate
    return None


def version_of(python: Path) -> tuple[int, ...] | None:
    """Its version, like (3, 13, 5), or None where it is missing, broken or lacks a module."""
    code = f"import sys, {NEEDED}; print(*sys.version_info[:3])"
    try:
        answer = subprocess.run(
            [str(python), "-c", code], capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    # pyenv's shims exist for each version it knows and fail for those not chosen.
    if answer.returncode != 0:
        return None
    return tuple(map(int, answer.stdout.split()))


def _named(version: tuple[int, int]) -> Iterator[Path]:
    """Files that look like this version: on PATH, then among those pyenv installed."""
    number = ".".join(map(str, version))
    suffix = ".exe" if os.name == "nt" else ""
    on_path = os.environ.get("PATH", "").split(os.pathsep)
    pyenv = os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv"))
    pattern = os.path.join(glob.escape(pyenv), "versions", f"{number}.*", "bin", f"python{number}")
    # Not pathlib: it raises where this user may not look.
    for candidate in (
        *(os.path.join(folder, f"python{number}{suffix}") for folder in on_path),
        *sorted(glob.glob(pattern), reverse=True),
    ):
        if os.path.isfile(candidate):
            yield Path(candidate)
    if sys.version_info[:2] == version:
        yield Path(sys.executable)
