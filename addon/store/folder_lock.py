"""One server for one data folder: a lock that the system frees when its holder ends or crashes."""

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

# On Windows nobody else can read locked bytes, so the one that is locked lies far behind the text
# ("may lie beyond the end of the file", _locking in Microsoft's C run-time library).
_LOCKED_BYTE = 1 << 20

_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})
# What file systems answer that know no locks (SMB on macOS, some FUSE drivers).
_LOCKS_UNKNOWN = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})


@contextlib.contextmanager
def locked(folder: Path, patience: float = 0.0) -> Iterator[Callable[[], None]]:
    """Hold `folder`, which exists. Raises DataFolderInUse where another holds it, and OSError.

    Gives a function by which the holder says that it is about to end; for such a one `patience` (s)
    is had. The file stays behind, empty of meaning: removing it would let two hold two files of one
    name.
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
        os.close(file)  # which frees the lock


def _lock(file: int, folder: Path) -> bool:
    """Whether nobody else has it."""
    try:
        _try_to_lock(file)
    except OSError as error:
        if error.errno in _HELD:
            return False
        if error.errno not in _LOCKS_UNKNOWN:
            raise
        log.warning("%s cannot be locked; two servers there would not be noticed", folder)
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
    # the line may be shorter than the former one: what follows it means nothing
    os.write(file, f"process {os.getpid()} on {socket.gethostname()}{more}\n".encode())


def _holder(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").partition("\n")[0]
    except OSError:
        return ""
