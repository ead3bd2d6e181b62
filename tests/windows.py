"""Windows' rules for open files, on Linux: what a process holds open cannot be moved or deleted.

Windows itself cannot be run here. Its rules for names are in store/windows_names.py. A path that is
not in the extended form ends at 259 characters.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

SHARING_VIOLATION = 32


def held_fast(path: object) -> OSError:
    """Windows' error for a file that somebody has open."""
    error = PermissionError(13, "The process cannot access the file", str(path))
    error.winerror = SHARING_VIOLATION  # type: ignore[attr-defined]
    return error


def simulate(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make this process follow the rules until the test ends; return a growing list of breaches."""
    breaches: list[str] = []

    def guarded(name: str, checked: Callable[[tuple[Any, ...]], list[Any]]) -> None:
        real = getattr(os, name)

        def call(*arguments: Any, **options: Any) -> Any:
            for path in checked(arguments):
                if options.get("dir_fd") is None and _is_open(Path(os.fsdecode(path))):
                    breaches.append(f"{name} {path}")
                    raise held_fast(path)
            return real(*arguments, **options)

        monkeypatch.setattr(os, name, call)

    for name in ("unlink", "remove", "rmdir"):
        guarded(name, lambda arguments: [arguments[0]])
    for name in ("rename", "replace"):
        guarded(name, lambda arguments: list(arguments[:2]))
    return breaches


def _is_open(path: Path) -> bool:
    """Return whether this process has the file open, or one below the folder."""
    wanted = os.path.realpath(path)
    for descriptor in Path("/proc/self/fd").iterdir():
        try:
            found = os.readlink(descriptor)
        except OSError:  # closed meanwhile
            continue
        if found == wanted or found.startswith(f"{wanted}/"):
            return True
    return False


LONGEST_PATH = 259  # characters
_short_below: list[str] = []


@contextmanager
def short_paths(folder: Path) -> Iterator[None]:
    """Refuse paths below `folder` that are too long for Windows, except those that `extended_here`
    has made."""
    if not _short_below:
        sys.addaudithook(_refuse_long_paths)
    _short_below.append(str(folder))
    try:
        yield
    finally:
        _short_below[-1] = "\0"  # a hook cannot be removed


def extended_here(path: Path) -> Path:
    """Return what stands for the extended form on Linux: two slashes, which mean one."""
    return Path("//" + str(path).lstrip("/"))


def _refuse_long_paths(event: str, arguments: tuple[object, ...]) -> None:
    if event != "open" and not event.startswith(("os.", "shutil.")):
        return
    for path in arguments[:2]:
        if isinstance(path, (str, bytes, os.PathLike)):
            text = os.fsdecode(path)
            if len(text) > LONGEST_PATH and text.startswith(_short_below[-1]):
                raise FileNotFoundError(2, "The system cannot find the path specified", text)
