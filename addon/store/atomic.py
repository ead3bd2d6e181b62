"""Durable file replacement: the only place that renames a finished file over an old one.

After a power cut a reader finds either the whole old file or the whole new one. What a crash
leaves behind has a name that starts with `PREFIX`, and `sweep` removes it.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PREFIX = ".lan-sync-tmp-"

# What file systems answer that cannot flush a folder (SMB, some FUSE drivers).
_FOLDER_FLUSH_UNKNOWN = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})


def create_temporary(folder: Path) -> tuple[Path, BinaryIO]:
    """A new empty file in `folder`, open for writing; the caller closes and renames it.

    Not `tempfile`: that makes files only their owner can read, and a media folder may be carried
    to the container of Anki's own server, which runs as somebody else.
    """
    path = folder / f"{PREFIX}{secrets.token_hex(8)}"
    return path, path.open("xb")


def flush_file(file: BinaryIO) -> None:
    """Puts what was written to `file` on the disk."""
    file.flush()
    os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Puts the names in `folder` (files made, renamed, removed) on the disk, where the OS can."""
    if os.name == "nt":  # Windows cannot open a folder, and NTFS journals names by itself
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
    """Make a folder, and those it lies in, durably; nothing where it is there.

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
    """Give the path of a new empty file in `folder`, for a program that opens files itself.

    It is gone afterwards, with what SQLite may have left beside it, unless `put` renamed it.
    """
    path, file = create_temporary(folder)
    file.close()
    try:
        yield path
    finally:
        for leftover in folder.glob(f"{path.name}*"):
            leftover.unlink()


def put(path: Path, target: Path) -> None:
    """Rename the flushed file `path` to `target`, durably. Raises OSError."""
    os.replace(path, target)
    flush_folder(target.parent)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Gives a file to write; `path` becomes it, durably, when the block ends well.

    When the block raises, `path` is as it was and the written bytes are gone. Raises OSError
    (on Windows also while another program holds `path` open).
    """
    temporary, file = create_temporary(path.parent)
    try:
        with file:
            yield file
            flush_file(file)
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def write_bytes(path: Path, data: bytes) -> None:
    """Replaces the content of `path` by `data`, durably. Raises OSError."""
    with replacing(path) as file:
        file.write(data)


def sweep(folder: Path) -> int:
    """Removes what crashed writers left in `folder`; the number of files removed.

    Only for a folder in which nothing is being written now.
    """
    leftovers = [path for path in folder.iterdir() if path.name.startswith(PREFIX)]
    for path in leftovers:
        path.unlink()
    return len(leftovers)
