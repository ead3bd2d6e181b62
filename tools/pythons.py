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
# Modules that a self-built Python may lack, but Anki or the tests need.
NEEDED = "sqlite3, ssl, zlib, ctypes"


def best() -> Path:
    """Return the Python to make `.venv` from. Raises NotReady if there is none."""
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
    """Return a working Python of exactly this version."""
    for candidate in _named(wanted):
        version = version_of(candidate)
        if version is not None and version[:2] == wanted:
            return candidate
    return None


def version_of(python: Path) -> tuple[int, ...] | None:
    """Return its version, like (3, 13, 5), or None if it is missing, broken or lacks a module."""
    code = f"import sys, {NEEDED}; print(*sys.version_info[:3])"
    try:
        answer = subprocess.run(
            [str(python), "-c", code], capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    # pyenv has shims for each version it knows, which fail for those not selected.
    if answer.returncode != 0:
        return None
    return tuple(map(int, answer.stdout.split()))


def _named(version: tuple[int, int]) -> Iterator[Path]:
    """Yield files that look like this version: on PATH, then those installed by pyenv."""
    number = ".".join(map(str, version))
    suffix = ".exe" if os.name == "nt" else ""
    on_path = os.environ.get("PATH", "").split(os.pathsep)
    pyenv = os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv"))
    pattern = os.path.join(glob.escape(pyenv), "versions", f"{number}.*", "bin", f"python{number}")
    # Not pathlib, which raises for folders that this user may not read.
    for candidate in (
        *(os.path.join(folder, f"python{number}{suffix}") for folder in on_path),
        *sorted(glob.glob(pattern), reverse=True),
    ):
        if os.path.isfile(candidate):
            yield Path(candidate)
    if sys.version_info[:2] == version:
        yield Path(sys.executable)
