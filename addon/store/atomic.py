"""Durable file replacement.

After a power cut a reader finds either the whole old file or the whole new one. Files that a crash
leaves behind have names that start with `PREFIX`, and `sweep` removes them.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from . import patient
from .patient import AnyPath

PREFIX = ".lan-sync-tmp-"

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
"""The errors of a full disk."""

# How file systems that cannot flush a folder (SMB, some FUSE drivers) answer.
_FOLDER_FLUSH_UNKNOWN = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})


def create_temporary(folder: Path) -> tuple[Path, BinaryIO]:
    """Create an empty file in `folder` and open it for writing; the caller closes and renames it.

    Not `tempfile`: that makes files that only their owner can read, and a media folder may be moved
    to the container of Anki's own server, which runs as another user.
    """
    path = folder / temporary_name()
    return path, path.open("xb")


def temporary_name() -> str:
    """Return an unused name that `sweep` knows."""
    return f"{PREFIX}{secrets.token_hex(8)}"


def write_new(path: str, data: bytes) -> None:
    """Write a new file, in half the time that `open` takes, without flushing it.

    Raises FileExistsError if something has that name, and OSError, after which nothing is left.
    """
    file = os.open(path, _NEW, 0o666)
    try:
        try:
            written = os.write(file, data)
            while written < len(data):  # the disk is nearly full
                written += os.write(file, data[written:])
        finally:
            os.close(file)
    except BaseException:
        patient.remove(path)
        raise


def flush_file(file: BinaryIO) -> None:
    """Flush what was written to `file` to the disk. Raises OSError."""
    file.flush()
    os.fsync(file.fileno())


def flush_path(path: AnyPath) -> None:
    """Flush a file that is not open. Raises OSError."""
    # Windows flushes only a file that is open for writing; elsewhere it may be write-protected.
    with open(path, "rb+" if os.name == "nt" else "rb") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Flush the names in `folder` (files made, renamed, removed) to the disk, where the OS can.

    Raises OSError.
    """
    if os.name == "nt":  # Windows cannot open a folder, and NTFS journals names itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _FOLDER_FLUSH_UNKNOWN:
            raise
    finally:
        os.close(descriptor)


def make_folder(path: Path, mode: int = 0o777) -> None:
    """Make a folder and its missing parents, durably; do nothing if it exists.

    `mode` is for the folder itself. Raises OSError.
    """
    if path.is_dir():
        return
    made = [folder for folder in (path, *path.parents) if not folder.exists()]
    path.mkdir(parents=True, exist_ok=True, mode=mode)
    for folder in made:
        flush_folder(folder.parent)


@contextmanager
def temporary(folder: Path) -> Iterator[Path]:
    """Yield the path of a new empty file in `folder`, for a program that opens files itself.

    It is removed afterwards, with what SQLite may have left beside it, unless `put` renamed it.
    """
    path, file = create_temporary(folder)
    file.close()
    try:
        yield path
    finally:
        for leftover in folder.glob(f"{path.name}*"):
            patient.remove(leftover)


def put(path: Path, target: Path) -> None:
    """Rename the flushed file `path` to `target`, durably. Raises OSError."""
    patient.replace(path, target)
    flush_folder(target.parent)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Yield a file to write, which replaces `path`, durably, when the block succeeds.

    When the block raises, `path` is unchanged and what was written is removed. Raises OSError (on
    Windows also while another program has `path` open).
    """
    temporary, file = create_temporary(path.parent)
    try:
        with file:
            yield file
            flush_file(file)
        patient.replace(temporary, path)
    except BaseException:
        patient.remove(temporary, missing_ok=True)
        raise
    flush_folder(path.parent)


def write_bytes(path: Path, data: bytes) -> None:
    """Replace the content of `path` with `data`, durably. Raises OSError."""
    with replacing(path) as file:
        file.write(data)


def sweep(folder: Path) -> int:
    """Remove what crashed writers left in `folder`; return the number of files removed.

    Only for a folder that nothing is writing to. Raises OSError.
    """
    leftovers = [path for path in folder.iterdir() if path.name.startswith(PREFIX)]
    for path in leftovers:
        patient.remove(path)
    return len(leftovers)
