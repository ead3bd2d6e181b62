"""Download a whole collection."""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, cast

from .. import atomic
from ..paths import UserFolder
from .stored import open_stored


def outgoing(folder: UserFolder, hold: contextlib.ExitStack) -> BinaryIO:
    """Return the stored collection as an open file, which the caller closes once it is sent.

    `hold` holds the collection while no session is running. The file is a copy, so that a slow
    phone does not keep others waiting. If the disk has no room for one, it is the file itself: then
    `hold` is emptied, and the collection stays held until the file is closed. An account without a
    collection gets an empty one. Raises NotNow, OSError and sqlite3.Error.
    """
    # opening creates it, converts it if foreign, and rolls back what a crash may have left
    with contextlib.closing(open_stored(folder)) as collection:
        collection.stamps()
    try:
        return _copy(folder)
    except OSError as error:
        if error.errno not in atomic.NO_ROOM:
            raise
    return cast(BinaryIO, _Held(folder.collection, hold.pop_all().close))


def _copy(folder: UserFolder) -> BinaryIO:
    copy = tempfile.TemporaryFile(dir=folder.root)  # noqa: SIM115 (handed to the caller)
    try:
        with folder.collection.open("rb") as file:
            shutil.copyfileobj(file, copy, 1024 * 1024)
        copy.flush()
    except BaseException:
        with contextlib.suppress(OSError):  # there is no room for the buffered rest either
            copy.close()
        raise
    return cast(BinaryIO, copy)


class _Held(io.FileIO):
    """A file that releases something when it is closed."""

    def __init__(self, path: Path, release: Callable[[], None]) -> None:
        self._release = release
        super().__init__(path)

    def close(self) -> None:
        if not self.closed:
            try:
                super().close()
            finally:
                self._release()
