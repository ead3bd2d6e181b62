"""Media uploads that are not flushed yet: one flush here stands for all that they change.

An upload has up to 25 files and their rows in media.db. Flushing each of them before the phone is
answered takes a hard disk or an SD card a second. Instead the zip is appended to this file, which
is flushed once; the rest is flushed later, when no device waits (`MediaStore.settle`). After a
power cut the server repeats or restores from here what is missing (`MediaStore.sweep`).
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import struct
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from .. import atomic, patient

# The usn before an upload, the time (ns) and the bytes of its zip; and the CRC-32 of all
_HEAD = struct.Struct(">QQQI")
_PIECE = 1024 * 1024  # bytes


class Kept(NamedTuple):
    """An upload in the journal."""

    usn: int  # the newest one before it
    time: int  # in ns
    zip_file: BinaryIO


class Journal:
    """A file of zips, oldest first. One thread at a time; every method may raise OSError."""

    @classmethod
    def of(cls, media: Path) -> Journal:
        """Return the journal of a media folder that is not shared with Anki."""
        return cls(media.with_name(media.name + ".journal"))

    def __init__(self, path: Path) -> None:
        self._path = path
        self._size = 0  # bytes that this object has appended, and flushed

    @property
    def exists(self) -> bool:
        return self._path.exists()

    @property
    def size(self) -> int:
        """The bytes appended since the journal was last cleared."""
        return self._size

    @contextlib.contextmanager
    def kept(self, usn: int, zip_file: BinaryIO) -> Iterator[None]:
        """Add a copy of the seekable `zip_file`, flushed before the block applies it; forget it if
        the block raises.

        `usn` is the newest one before the upload. A journal that a crash left is never overwritten.
        """
        before = self._size
        file = self._path.open("r+b" if before else "xb")
        try:
            with file:
                end = self._write(file, usn, zip_file)
            if not before:
                atomic.flush_folder(self._path.parent)
            self._size = end
            yield
        except BaseException:
            self._size = before
            with contextlib.suppress(OSError):  # the next upload takes its place
                os.truncate(self._path, before)
                if not before:
                    patient.remove(self._path)
            raise

    def _write(self, file: BinaryIO, usn: int, zip_file: BinaryIO) -> int:
        """Return where the next zip begins."""
        file.seek(self._size)
        now = time.time_ns()
        file.write(_HEAD.pack(usn, now, *_measured(zip_file, usn, now)))
        zip_file.seek(0)
        shutil.copyfileobj(zip_file, file, _PIECE)
        atomic.flush_file(file)
        return file.tell()

    def uploads(self) -> Iterator[Kept]:
        """Yield each upload. The last one is left out if the power failed while it was written."""
        try:
            file = self._path.open("rb")
        except FileNotFoundError:
            return
        with file:
            while len(head := file.read(_HEAD.size)) == _HEAD.size:
                usn, moment, size, checksum = _HEAD.unpack(head)
                start = file.tell()
                if start + size > os.fstat(file.fileno()).st_size:
                    return
                part = _Part(file, start, size)
                if _measured(part, usn, moment) != (size, checksum):
                    return
                part.seek(0)
                yield Kept(usn, moment, cast(BinaryIO, part))
                file.seek(start + size)

    def clear(self) -> None:
        """Forget all uploads: all that they changed is flushed."""
        patient.remove(self._path, missing_ok=True)
        self._size = 0


class _Part(io.RawIOBase):
    """A part of a file, read like a file of its own."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file = file
        self._start = start
        self._size = size
        self._at = 0

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        left = max(0, self._size - self._at)
        self._file.seek(self._start + self._at)
        data = self._file.read(left if size < 0 else min(size, left))
        self._at += len(data)
        return data


def _measured(zip_file: BinaryIO | _Part, *numbers: int) -> tuple[int, int]:
    """Return the size in bytes, and the CRC-32 of the numbers and the content."""
    zip_file.seek(0)
    size = 0
    checksum = zlib.crc32(repr(numbers).encode())
    while piece := zip_file.read(_PIECE):
        size += len(piece)
        checksum = zlib.crc32(piece, checksum)
    return size, checksum
