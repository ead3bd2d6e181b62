"""One server per data folder: a lock that the system releases when its holder ends or crashes."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import DataFolderInUse

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

log = logging.getLogger(__name__)

NAME = "in-use.lock"
_STOPPING = ", which is stopping"

# On Windows nobody else can read locked bytes, so the locked one is far beyond the text
# ("may lie beyond the end of the file", _locking in Microsoft's C run-time library).
_LOCKED_BYTE = 1 << 20

_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})
# How file systems without locks (SMB on macOS, some FUSE drivers) answer.
_LOCKS_UNKNOWN = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})


@contextlib.contextmanager
def locked(folder: Path, patience: float = 0.0) -> Iterator[Callable[[], None]]:
    """Lock the existing `folder`. Raises DataFolderInUse if another server holds it, and OSError.

    Yields a function with which the holder announces that it is about to end; only for a holder
    that has done so do we wait, for `patience` seconds. The file stays behind unused: if it were
    removed, two servers could hold two files of the same name.
    """
    path = folder / NAME
    file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        deadline = time.monotonic() + patience
        while not _lock(file, folder):
            holder = _holder(path)
            if not holder.endswith(_STOPPING) or time.monotonic() > deadline:
                raise DataFolderInUse(folder, holder)
            time.sleep(0.05)
        _describe(file)
        yield lambda: _describe(file, _STOPPING)
    finally:
        os.close(file)  # which releases the lock


def _lock(file: int, folder: Path) -> bool:
    """Return False if another process holds the lock."""
    try:
        _try_to_lock(file)
    except OSError as error:
        if error.errno in _HELD:
            return False
        if error.errno not in _LOCKS_UNKNOWN:
            raise
        log.warning("%s cannot be locked, so a second server using it would go unnoticed", folder)
    return True


def _try_to_lock(file: int) -> None:
    if sys.platform == "win32":
        os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)
    else:
        # not lockf: its lock is lost as soon as this process closes the file anywhere
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _describe(file: int, more: str = "") -> None:
    os.lseek(file, 0, os.SEEK_SET)
    # the new line may be shorter than the old one: ignore anything after it
    os.write(file, f"process {os.getpid()} on {socket.gethostname()}{more}\n".encode())


def _holder(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").partition("\n")[0]
    except OSError:
        return ""
