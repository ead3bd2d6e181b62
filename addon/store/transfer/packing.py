"""A backup as a collection package, which Anki and AnkiDroid import.

A `.colpkg` is a zip. Without a member `meta`, Anki takes it for one of its oldest kind, with the
collection as `collection.anki2` and a JSON object of media files (rslib/src/import_export/package/
meta.rs; 2.1.0 to 2.1.49: aqt/importing.py). Every version since 2.1.0 reads that, and so does
AnkiDroid. The comment of the zip, which they ignore, has the numbers to show.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from .. import atomic, patient
from ..collection.summary import Summary
from ..faults import Invalid
from .backup_files import PACKED, SQLITES, UNPACKED, content_of

log = logging.getLogger(__name__)

_COLLECTION = "collection.anki2"
_OTHER_COLLECTIONS = ("collection.anki21",)
"""How packages that Anki made may name it."""
_NEW_COLLECTION = "collection.anki21b"
"""How Anki names it since 2.1.50, unless older versions must read it (package/meta.rs)."""
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1  # a flag of a member (APPNOTE.TXT 4.4.4)
_BLOCK = 1 << 20
_LEVEL = 6


class Stopped(Exception):
    """Packing was to stop."""


def pack(path: Path, go_on: Callable[[], bool] = lambda: True) -> Path | None:
    """Pack the backup `path`, which nobody writes to, and remove it; return the package.

    Returns None, and leaves the backup as it is, if it is damaged: it may still be repaired by
    hand. A crash leaves the backup, the package, or both. Raises Stopped once `go_on` says no, and
    OSError; then the backup is as it was.
    """
    target = path.with_suffix(PACKED)
    if not target.exists():
        if any(path.with_name(path.name + ending).exists() for ending in SQLITES):
            return None
        content = content_of(path)
        if content is None:
            return None
        with path.open("rb") as source, atomic.replacing(target) as file:
            _write(source, path.stat().st_size, content, file, go_on)
        stat = path.stat()
        os.utime(target, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    patient.remove(path)
    log.info("backup packed: %s", target.name)
    return target


def pack_now(path: Path) -> Path:
    """Pack the backup `path`, which a person has asked for; return what it is then.

    A running server may do the same at this moment. Raises OSError.
    """
    try:
        return pack(path) or path
    except FileNotFoundError:
        return path.with_suffix(PACKED)


def _write(
    source: BinaryIO, size: int, content: Summary, file: BinaryIO, go_on: Callable[[], bool]
) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        archive.comment = json.dumps(vars(content)).encode()
        # by its name: with a date, a clock before 1980 would be an error
        with archive.open(_COLLECTION, "w", force_zip64=size >= zipfile.ZIP64_LIMIT) as member:
            while block := source.read(_BLOCK):
                if not go_on():
                    raise Stopped
                member.write(block)
        with archive.open("media", "w") as member:
            member.write(b"{}")


def unpack(path: Path, target: Path) -> None:
    """Write the collection in a backup to the file `target`, with what SQLite left beside it.

    The backup stays as it is. Raises Invalid if it is damaged or not a package that we can read,
    and OSError.
    """
    if path.suffix == UNPACKED:
        for ending in ("", *SQLITES):
            beside = path.with_name(path.name + ending)
            if beside.exists():
                shutil.copyfile(beside, target.with_name(target.name + ending))
        return
    try:
        with (
            zipfile.ZipFile(path) as archive,
            archive.open(_member(archive)) as member,
            target.open("wb") as file,
        ):
            shutil.copyfileobj(member, file, _BLOCK)
    except (KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
        raise Invalid(f"{path.name} is not a backup that can be read: {error}") from error


def _member(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """Return the member that has the collection. Raises KeyError and NotImplementedError."""
    names = archive.namelist()
    if _NEW_COLLECTION in names:
        # its collection.anki2 has a single card, which says that Anki is too old
        raise NotImplementedError("it was made for Anki alone; import it there")
    name = next((each for each in _OTHER_COLLECTIONS if each in names), _COLLECTION)
    member = archive.getinfo(name)
    if member.compress_type not in _COMPRESSIONS or member.flag_bits & _ENCRYPTED:
        raise NotImplementedError("it was compressed or encrypted by another program")
    return member
