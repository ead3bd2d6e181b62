"""Rename, link and delete files, of which another program may hold one for a moment.

Windows does not rename, replace or delete a file that anybody has open, and virus scanners and
indexers open each new file for a moment. So what fails for that reason is tried again for two
seconds. Elsewhere nothing is: these errors have no number of Windows. Everything in the add-on
that moves or deletes files goes through here (tests/test_laws.py). So do folders whose files may
have paths too long for Windows.
"""

from __future__ import annotations

import ntpath
import os
import shutil
import time
from pathlib import Path
from typing import Callable, Union

AnyPath = Union[str, Path]

# ERROR_ACCESS_DENIED (also for a file that is being deleted), ERROR_SHARING_VIOLATION,
# ERROR_LOCK_VIOLATION, ERROR_USER_MAPPED_FILE: "System Error Codes" in Microsoft's documentation
_HELD = frozenset({5, 32, 33, 1224})
_PATIENCE = 2.0  # seconds
_PAUSES = (0.01, 0.2)  # seconds between two attempts, the first and the longest


def extended(path: Path) -> Path:
    r"""Return a folder's path in a form below which Windows allows any length: `\\?\C:\..`.

    Otherwise a path ends at 259 characters, and the trash of a user with a long name exceeds that
    ("Maximum Path Length Limitation" in Microsoft's documentation). Elsewhere, `path` itself.
    """
    return Path(_extended(str(path))) if os.name == "nt" else path


def _extended(path: str) -> str:
    path = ntpath.abspath(path)
    if path.startswith("\\\\?\\"):
        return path
    if path.startswith("\\\\"):  # a network drive
        return "\\\\?\\UNC" + path[1:]
    return "\\\\?\\" + path


def replace(source: AnyPath, target: AnyPath) -> None:
    """Rename a file, also over another one. Raises OSError."""
    _patiently(lambda: os.replace(source, target))


def rename(source: AnyPath, target: AnyPath) -> None:
    """Rename a file or a folder; `target` must be free. Raises OSError."""
    _patiently(lambda: os.rename(source, target))


def link(source: AnyPath, target: AnyPath) -> None:
    """Give a file a second name. Raises OSError, also where the file system has no links."""
    _patiently(lambda: os.link(source, target))


def remove(path: AnyPath, missing_ok: bool = False) -> None:
    """Delete a file. Raises OSError."""
    try:
        _patiently(lambda: os.unlink(path))
    except FileNotFoundError:
        if not missing_ok:
            raise


def remove_folder(path: AnyPath) -> None:
    """Delete an empty folder. Raises OSError."""
    _patiently(lambda: os.rmdir(path))


def remove_tree(path: AnyPath, ignore_errors: bool = False) -> None:
    """Delete a folder with all that is in it. Raises OSError unless that is ignored."""
    whole = extended(Path(path))
    try:
        _patiently(lambda: shutil.rmtree(whole))
    except OSError:
        if not ignore_errors:
            raise
        shutil.rmtree(whole, ignore_errors=True)  # at least what can be


def _patiently(do: Callable[[], None]) -> None:
    deadline = time.monotonic() + _PATIENCE
    pause, longest = _PAUSES
    while True:
        try:
            do()
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD or time.monotonic() > deadline:
                raise
        else:
            return
        time.sleep(pause)
        pause = min(2 * pause, longest)
