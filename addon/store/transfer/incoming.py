"""An uploaded collection: received beside the stored one, checked, and put in its place."""

from __future__ import annotations

import contextlib
import logging
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import atomic
from ..collection.collection import connect
from ..convert.convert import to_schema11
from ..faults import Invalid
from ..paths import UserFolder
from ..schema11.schema import broken_file
from ..schema11.settle import settle
from ..validate import drop_active_content, require_sound, whole_collection
from ..validate.travel import CannotTravel, StepLimits, require_travel
from . import backups
from .backup_files import UPLOAD

log = logging.getLogger(__name__)

# Clients read a download's size as a u32.
LARGEST_DOWNLOAD = 2**32 - 1

# Clients that show the server's message show this one: in English, like that of Anki's own server.
_CORRUPT = (
    "The uploaded collection is damaged and was not stored: {cause}. "
    "Please use Tools > Check Database, then sync again."
)


class Rejected(Invalid):
    """An upload cannot be stored. `message` is for the user who sent it."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.message = _CORRUPT.format(cause=cause)


class TooLargeToSync(Rejected):
    """An upload is sound, but could never be synced or downloaded."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.message = f"The uploaded collection was not stored: {cause}."


@dataclass(frozen=True)
class Incoming:
    """A checked schema-11 collection, not yet in place. `size` in bytes, as received."""

    path: Path
    folder: UserFolder
    size: int
    odd: tuple[str, ...]
    """A line for each thing that could not be stored unchanged; see `make_storable`."""
    step: StepLimits | None = None

    def put_in_place(self) -> Path | None:
        """Replace the stored collection, which the caller holds; return the backup it becomes."""
        former = backups.replace_collection(self.folder, self.path)
        if self.odd:
            keep_original(original_of(self.path), self.folder, self.odd)
        return former


@contextlib.contextmanager
def receive(
    folder: UserFolder, blocks: Iterable[bytes], step: StepLimits | None = None
) -> Iterator[Incoming]:
    """Receive `blocks` into a file beside the stored collection, check and convert it.

    Unless it was put in place, the file is removed afterwards. Raises Rejected if it is not a sound
    collection, or holds what does not fit into a `step` of a sync.
    """
    with atomic.temporary(folder.root) as path:
        with path.open("wb") as file:
            for block in blocks:
                file.write(block)
            size = file.tell()
        odd = make_storable(path, keep_graves=False)
        require_travels(path, step)
        yield Incoming(path, folder, size, odd, step)


def require_travels(path: Path, step: StepLimits | None) -> None:
    """Raise TooLargeToSync if a collection in schema 11 holds what does not fit into a `step`."""
    if path.stat().st_size > LARGEST_DOWNLOAD:  # conversion may have made it larger
        raise TooLargeToSync("it is larger than 4 GiB, which no device could download again")
    if step is None:
        return
    try:
        with contextlib.closing(connect(path)) as db:
            require_travel(db, step)
    except CannotTravel as error:
        raise TooLargeToSync(str(error)) from error


def make_storable(path: Path, *, keep_graves: bool) -> tuple[str, ...]:
    """Convert a foreign file to what the store keeps, flushed. Raises Rejected.

    Every file that we did not write ourselves enters this way. `keep_graves` is for a file from
    another server, whose devices may not know of them yet. Returns a line for each thing that could
    not be kept unchanged; the original file stays beside it, at `original_of(path)`.
    """
    with path.open("rb") as file:
        if file.read(16) != b"SQLite format 3\0":
            raise Rejected("it is not an SQLite file")
    shutil.copyfile(path, original_of(path))
    try:
        # The order matters for a hostile file: none of our statements reads anything before the
        # file is sound and contains nothing that runs on its own.
        with broken_file(), contextlib.closing(connect(path)) as db:
            unknown = require_sound(db)
            odd = (*drop_active_content(db, unknown), *to_schema11(db), *whole_collection(db))
            settle(db, keep_graves=keep_graves)
    except Invalid as error:
        raise Rejected(str(error)) from error
    with path.open("rb+") as file:
        atomic.flush_file(file)
    return odd


def original_of(path: Path) -> Path:
    """Return where `make_storable` leaves the original file."""
    return path.with_name(path.name + ".original")


def keep_original(original: Path, folder: UserFolder, odd: Sequence[str]) -> Path:
    """Keep an original file among the backups, and log why; return its new path."""
    kept = backups.keep(original, folder.backups, UPLOAD)
    log.warning(
        "not everything in an uploaded collection could be stored unchanged (%s); "
        "the upload is kept as %s",
        "; ".join(odd[:20]),
        kept,
    )
    return kept
