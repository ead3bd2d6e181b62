"""The zip files of downloads of media: not compressed, like those of Anki's own server."""

from __future__ import annotations

import contextlib
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from tempfile import TemporaryFile
from typing import BinaryIO, Callable, NamedTuple, cast

from .. import atomic
from .database import MediaFile
from .zip import META

_IN_MEMORY = 1024 * 1024  # bytes


class Download(NamedTuple):
    """A zip, positioned at 0, and how many files it has, besides `_meta`."""

    zip_file: BinaryIO
    files: int


Pieces = Callable[[MediaFile], Iterable[bytes]]
"""Yields the content of a file."""


def write_download(files: Sequence[MediaFile], content: Pieces) -> BinaryIO:
    """Return a zip of `files`, positioned at 0. The caller closes it.

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


def _written(target: BinaryIO, files: Sequence[MediaFile], content: Pieces) -> BinaryIO:
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for index, file in enumerate(files):
                with archive.open(str(index), "w") as member:
                    member.writelines(content(file))
            meta = {str(index): file.name for index, file in enumerate(files)}
            archive.writestr(META, json.dumps(meta))
        target.seek(0)
    except BaseException:
        with contextlib.suppress(OSError):  # there is no room for the buffered rest either
            target.close()
        raise
    return target
