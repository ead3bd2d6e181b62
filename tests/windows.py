"""Windows' rules for open files, on Linux: what a process holds open cannot be moved or deleted.

Windows itself cannot be run here. Its rules for names are in store/windows_names.py.
"""

from __future__ import annotations

import os
from collections.abc import Callable
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
    """Whether this process has the file open, or one below the folder."""
    wanted = os.path.realpath(path)
    for descriptor in Path("/proc/self/fd").iterdir():
        try:
            found = os.readlink(descriptor)
        except OSError:  # closed meanwhile
            continue
        if found == wanted or found.startswith(f"{wanted}/"):
            return True
    return False
