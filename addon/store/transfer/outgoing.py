"""A whole collection on its way out."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from typing import BinaryIO, cast

from ..paths import UserFolder
from .stored import open_stored


def snapshot(folder: UserFolder) -> BinaryIO:
    """A copy of the stored collection as an open file that vanishes when closed.

    The collection must be held and no session running. An account that has none yet gets an
    empty one.
    """
    # opening makes it, takes it in, and rolls back what a crash may have left
    with contextlib.closing(open_stored(folder)) as collection:
        collection.stamps()
    copy = tempfile.TemporaryFile(dir=folder.root)  # noqa: SIM115 (handed to the caller)
    try:
        with folder.collection.open("rb") as file:
            shutil.copyfileobj(file, copy, 1024 * 1024)
    except BaseException:
        copy.close()
        raise
    return cast(BinaryIO, copy)
