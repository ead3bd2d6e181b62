"""The zip files of uploads of media, read without trusting the sender.

The limits are those of Anki's own server and of the clients (25 files or about 2.5 MiB per zip,
100 MiB per file). No large file is held whole in memory.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, BinaryIO, NamedTuple

from .. import atomic, patient
from ..faults import Invalid
from . import names as media_names

MAX_FILES = 25
MAX_META_BYTES = 50 * 1024
MAX_FILE_BYTES = 100 * 1024 * 1024
# A client stops adding files after 2.5 MiB, so the last one may have 100 MiB; twice that is ample.
MAX_TOTAL_BYTES = 2 * MAX_FILE_BYTES
TARGET_BYTES = int(2.5 * 1024 * 1024)
IN_MEMORY = TARGET_BYTES
"""How many bytes of an upload's files may be in memory."""
PIECE_BYTES = 256 * 1024
META = "_meta"

_LINES = ((str, str), (str, type(None)))

# A zip of 26 members has a directory of some 2 kB. `zipfile` builds an object for each member
# before anyone can count them, so 100 MiB of directory would become gigabytes.
_MAX_DIRECTORY_BYTES = 256 * 1024

# All that `zipfile` raises on bytes that are not a zip, found by fuzzing (tests/store).
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Staged:
    """A file of the zip, not flushed: in memory if it is small, else unpacked to a temporary name.

    `size` in bytes.
    """

    def __init__(self, path: str, sha1: bytes, size: int, data: bytes | None = None) -> None:
        self.sha1 = sha1
        self.size = size
        self.data = data
        """None if the file is not in memory."""
        self._path = path  # making a `Path` takes as long as opening the file

    def unpacked(self) -> str:
        """Return where the file is, which may be renamed; write it if it is not yet.

        Raises OSError.
        """
        if self.data is not None:
            atomic.write_new(self._path, self.data)
            self.data = None
        return self._path

    def discard(self) -> None:
        """Remove what is left under the temporary name. Raises OSError."""
        if self.data is None:
            patient.remove(self._path, missing_ok=True)


class UploadEntry(NamedTuple):
    """One line of an upload: the file's new content, or None for a deletion."""

    name: str
    content: Staged | None


@contextmanager
def staged_upload(
    zip_file: BinaryIO, folder: Path, in_memory: int = 0
) -> Iterator[list[UploadEntry]]:
    """Unpack an upload into temporary files in `folder`; any that are left are removed afterwards.

    Small files, of up to `in_memory` bytes together, stay in memory instead. Raises Invalid, before
    anything changes, if any part of the zip is wrong, and OSError.
    """
    with ExitStack() as cleanup:
        archive = cleanup.enter_context(_open(zip_file))
        members = _members(archive)
        changes: list[UploadEntry] = []
        temporary = f"{folder}{os.sep}{atomic.temporary_name()}"
        room = MAX_TOTAL_BYTES
        for name, member in _meta(archive, members):
            if not member:  # null from Rust clients, "" from Python clients and AnkiDroid
                media_names.check_deletion(name)
                changes.append(UploadEntry(name, None))
                continue
            media_names.check_addition(name)
            path = f"{temporary}-{len(changes)}"
            info = _member(members, member)
            if info.file_size <= in_memory:
                staged = _read(archive, info, path)
                in_memory -= staged.size
                cleanup.callback(staged.discard)
            else:
                cleanup.callback(patient.remove, path, missing_ok=True)
                staged = _unpack(archive, info, path)
            room -= staged.size
            if room < 0:
                raise Invalid(f"media zip unpacks to more than {MAX_TOTAL_BYTES} bytes")
            changes.append(UploadEntry(name, staged))
        yield changes


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the rest of a file in pieces of moderate size. Raises OSError."""
    while piece := file.read(PIECE_BYTES):
        yield piece


class _Source:
    """The uploaded file as `zipfile` sees it: no endless directory, no seeking before 0."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._allowance: int | None = _MAX_DIRECTORY_BYTES

    def directory_was_read(self) -> None:
        self._allowance = None

    def read(self, size: int = -1) -> bytes:
        if self._allowance is None:
            return self._file.read(size)
        most = self._allowance + 1
        data = self._file.read(most if size < 0 else min(size, most))
        self._allowance -= len(data)
        if self._allowance < 0:
            raise Invalid("media upload is not a zip file: its directory is too large")
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_SET and offset < 0:
            raise Invalid("media upload is not a zip file: it points before its start")
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:  # SpooledTemporaryFile has no such method before Python 3.11
        return True


def _open(zip_file: BinaryIO) -> zipfile.ZipFile:
    source = _Source(zip_file)
    try:
        archive = zipfile.ZipFile(source)
    except _BROKEN as error:
        raise Invalid("media upload is not a zip file") from error
    source.directory_was_read()
    return archive


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    members = {info.filename: info for info in archive.infolist()}
    if len(members) != len(archive.infolist()):
        raise Invalid("media zip has two members with the same name")
    return members


def _member(members: dict[str, zipfile.ZipInfo], name: str) -> zipfile.ZipInfo:
    info = members.get(name)
    if info is None:
        raise Invalid(f"media zip lacks the member {name!r}")
    if info.flag_bits & 0x1:
        raise Invalid(f"media zip has an encrypted member: {name!r}")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Invalid(f"media zip has a symbolic link: {name!r}")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Invalid(f"media zip uses compression {info.compress_type}: {name!r}")
    return info


def _meta(
    archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]
) -> list[tuple[str, str | None]]:
    data = b"".join(_chunks(archive, _member(members, META), MAX_META_BYTES))
    try:
        lines = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Invalid("_meta of the media zip is not JSON") from error
    if not isinstance(lines, list) or not all(map(_is_line, lines)):
        raise Invalid("_meta of the media zip is not a list of [name, member or null]")
    if len(lines) > MAX_FILES:
        raise Invalid(f"media zip has {len(lines)} files, more than {MAX_FILES}")
    return [(name, member) for name, member in lines]


def _is_line(line: object) -> bool:
    return isinstance(line, list) and tuple(map(type, line)) in _LINES


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str) -> Staged:
    data = b"".join(_chunks(archive, info, MAX_FILE_BYTES))
    digest = hashlib.sha1(data, usedforsecurity=False).digest()
    return _not_empty(Staged(path, digest, len(data), data), info)


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str) -> Staged:
    digest = hashlib.sha1(usedforsecurity=False)
    size = 0
    with open(path, "xb") as file:
        for chunk in _chunks(archive, info, MAX_FILE_BYTES):
            digest.update(chunk)
            file.write(chunk)
            size += len(chunk)
    return _not_empty(Staged(path, digest.digest(), size), info)


def _not_empty(staged: Staged, info: zipfile.ZipInfo) -> Staged:
    if staged.size == 0:
        raise Invalid(f"media zip has an empty file: {info.filename!r}")
    return staged


def _chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> Iterator[bytes]:
    """Yield the member's bytes: at most `limit`, and exactly as many as its header says."""
    if info.file_size > limit:
        raise Invalid(f"member {info.filename!r} of the media zip has more than {limit} bytes")
    size = 0
    try:
        with archive.open(info) as member:
            for piece in pieces(member):
                size += len(piece)
                yield piece
    except _BROKEN as error:
        raise Invalid(f"member {info.filename!r} of the media zip is broken") from error
    if size != info.file_size:
        raise Invalid(f"member {info.filename!r} of the media zip has the wrong size")
