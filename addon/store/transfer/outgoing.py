"""A whole collection on its way out."""

from __future__ import annotations

import contextlib
import errno
import io
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, cast

from ..paths import UserFolder
from .stored import open_stored

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


def outgoing(folder: UserFolder, hold: contextlib.ExitStack) -> BinaryIO:
    """The stored collection as an open file, to be closed once it is sent.

    `hold` keeps the collection held, with no session running. A copy is handed out, so that a slow
    phone does not keep others waiting. Where the disk has no room for it, the file itself is: then
    `hold` is emptied, and the collection stays held until the file is closed. An account that has
    no collection yet gets an empty one.
    """
    # opening makes it, takes it in, and rolls back what a crash may have left
    with contextlib.closing(open_stored(folder)) as collection:
        collection.stamps()
    try:
        return _copy(folder)
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
    return cast(BinaryIO, _Held(folder.collection, hold.pop_all().close))


def _copy(folder: UserFolder) -> BinaryIO:
    copy = tempfile.TemporaryFile(dir=folder.root)  # noqa: SIM115 (handed to the caller)
    try:
        with folder.collection.open("rb") as file:
            shutil.copyfileobj(file, copy, 1024 * 1024)
        copy.flush()
    except BaseException:
        with contextlib.suppress(OSError):  # what is still to be written has no room either
            copy.close()
        raise
    return cast(BinaryIO, copy)


class _Held(io.FileIO):
    """A file that lets go of something when it is closed."""

    def __init__(self, path: Path, release: Callable[[], None]) -> None:
        self._release = release
        super().__init__(path)

    def close(self) -> None:
        if not self.closed:
            try:
                super().close()
            finally:
                self._release()
