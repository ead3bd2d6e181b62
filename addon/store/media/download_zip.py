"""The zip files of downloads of media: not compressed, like those of Anki's own server.

Written without `zipfile`, which takes longer for a small file than to find, read and check it.
"""

from __future__ import annotations

import contextlib
import io
import json
import struct
import zlib
from collections.abc import Iterable, Sequence
from tempfile import TemporaryFile
from typing import BinaryIO, Callable, cast

from .. import atomic
from .database import MediaFile
from .zip import META

_IN_MEMORY = 1024 * 1024  # bytes

# APPNOTE.TXT of PKWARE, 4.3.7, 4.3.12 and 4.3.16. What local header and directory have in common:
# version, flags, method (stored), time, date (1980-01-01), CRC-32, both sizes, lengths of the name
# and of more fields
_COMMON = struct.Struct("<HHHHHIIIHH")
_DATE = 0x21
_LOCAL = b"PK\3\4"
_ENTRY = struct.Struct("<4sH26sHHHII")
_END = struct.Struct("<4sHHHHIIH")

Pieces = Callable[[MediaFile], Iterable[bytes]]
"""Yields the content of a file."""


def write_download(files: Sequence[MediaFile], content: Pieces) -> BinaryIO:
    """Return a zip of `files`, positioned at 0, which the caller closes.

    It is made in memory if they are small, and also if the disk has no room: then it takes 103 MiB
    at most, and the content of each is asked for again. Raises OSError.
    """
    if sum(file.size for file in files) <= _IN_MEMORY:
        return _written(io.BytesIO(), files, content)
    try:
        return _written(cast(BinaryIO, TemporaryFile()), files, content)
    except FileNotFoundError:  # Python finds no folder to put it in
        pass
    except OSError as error:
        if error.errno not in atomic.NO_ROOM:
            raise
    return _written(io.BytesIO(), files, content)


def files_in(archive: BinaryIO) -> int:
    """Return how many files a download has; it is at its start before and after."""
    archive.seek(-_END.size, io.SEEK_END)
    entries = _END.unpack(archive.read(_END.size))[4]
    archive.seek(0)
    return int(entries) - 1  # without `_meta`


def _written(target: BinaryIO, files: Sequence[MediaFile], content: Pieces) -> BinaryIO:
    try:
        directory = [_add(target, str(index), content(file)) for index, file in enumerate(files)]
        meta = {str(index): file.name for index, file in enumerate(files)}
        directory.append(_add(target, META, [json.dumps(meta).encode()]))
        start = target.tell()
        entries = b"".join(directory)
        target.write(entries)
        count = len(directory)
        target.write(_END.pack(b"PK\5\6", 0, 0, count, count, len(entries), start, 0))
        target.seek(0)
    except BaseException:
        with contextlib.suppress(OSError):  # there is no room for the buffered rest either
            target.close()
        raise
    return target


def _add(target: BinaryIO, name: str, content: Iterable[bytes]) -> bytes:
    """Write a member, and return its entry in the directory."""
    start = target.tell()
    checksum = size = 0
    target.seek(len(_LOCAL) + _COMMON.size + len(name), io.SEEK_CUR)
    for piece in content:
        checksum = zlib.crc32(piece, checksum)
        size += len(piece)
        target.write(piece)
    end = target.tell()
    member = name.encode()
    common = _COMMON.pack(20, 0, 0, 0, _DATE, checksum, size, size, len(member), 0)
    target.seek(start)
    target.write(_LOCAL + common + member)
    target.seek(end)
    return _ENTRY.pack(b"PK\1\2", 20, common, 0, 0, 0, 0, start) + member
