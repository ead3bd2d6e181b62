"""Uploads whose files are not yet flushed: one flush here stands for one flush of each file.

A media upload has up to 25 files. Flushing each of them before the phone is answered takes a hard
disk or an SD card a second. Instead the zip is appended to this file, which is flushed once; the
files in it are flushed later, when no device waits (`MediaStore.settle`). After a power cut the
server restores them from here (`MediaStore.sweep`).
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from .. import atomic, patient

_HEAD = struct.Struct(">QI")  # bytes of a zip, and their CRC-32
_PIECE = 1024 * 1024  # bytes


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

    def append(self, zip_file: BinaryIO) -> None:
        """Add a copy of the seekable `zip_file`, and flush it; do nothing if that fails.

        A journal that a crash left is never overwritten.
        """
        with self._path.open("r+b" if self._size else "xb") as file:
            try:
                end = self._write(file, zip_file)
            except BaseException:
                with contextlib.suppress(OSError):
                    file.truncate(self._size)
                if not self._size:
                    with contextlib.suppress(OSError):
                        file.close()  # Windows removes no open file
                    patient.remove(self._path)
                raise
        if not self._size:
            atomic.flush_folder(self._path.parent)
        self._size = end

    def _write(self, file: BinaryIO, zip_file: BinaryIO) -> int:
        """Return where the next zip begins."""
        file.seek(self._size)
        file.write(_HEAD.pack(*_measured(zip_file)))
        zip_file.seek(0)
        shutil.copyfileobj(zip_file, file, _PIECE)
        atomic.flush_file(file)
        return file.tell()

    def zips(self) -> Iterator[BinaryIO]:
        """Yield each zip. The last one is left out if the power failed while it was written."""
        try:
            file = self._path.open("rb")
        except FileNotFoundError:
            return
        with file:
            while len(head := file.read(_HEAD.size)) == _HEAD.size:
                size, checksum = _HEAD.unpack(head)
                start = file.tell()
                if start + size > os.fstat(file.fileno()).st_size:
                    return
                part = _Part(file, start, size)
                if _measured(part) != (size, checksum):
                    return
                part.seek(0)
                yield cast(BinaryIO, part)
                file.seek(start + size)

    def clear(self) -> None:
        """Forget all zips: every file in them is flushed."""
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


def _measured(zip_file: BinaryIO | _Part) -> tuple[int, int]:
    """Return size in bytes and CRC-32."""
    zip_file.seek(0)
    size = checksum = 0
    while piece := zip_file.read(_PIECE):
        size += len(piece)
        checksum = zlib.crc32(piece, checksum)
    return size, checksum
