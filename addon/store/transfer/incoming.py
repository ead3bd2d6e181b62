"""A whole collection on its way in: received beside the stored one, checked, put in its place."""

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
from ..validate import drop_active, whole_collection
from ..validate.travel import CannotTravel, Step, require_travel
from . import backups

log = logging.getLogger(__name__)

# Clients learn a download's size as a u32.
LARGEST_DOWNLOAD = 2**32 - 1

# Where a client shows the server's text, it shows this one: in English, as Anki's own server does.
_CORRUPT = (
    "The collection that was sent is damaged and was not stored: {cause}. "
    "Please use Tools > Check Database, then sync again."
)


class Rejected(Invalid):
    """An upload that cannot be stored. `message` is for the person who sent it."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.message = _CORRUPT.format(cause=cause)


class TooLargeToSync(Rejected):
    """An upload that is sound and could never be synced or downloaded."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.message = f"The collection that was sent was not stored: {cause}."


@dataclass(frozen=True)
class Incoming:
    """A checked collection, in schema 11, not yet in place. `size` in bytes, as it was received."""

    path: Path
    folder: UserFolder
    size: int
    odd: tuple[str, ...]
    """A line for each thing that could not be stored as it was; see `make_storable`."""

    def put_in_place(self) -> None:
        """Replace the stored collection, which is kept as a backup; it must be held."""
        backups.replace(self.folder, self.path)
        if self.odd:
            keep_original(original_of(self.path), self.folder, self.odd)


@contextlib.contextmanager
def receive(
    folder: UserFolder, blocks: Iterable[bytes], step: Step | None = None
) -> Iterator[Incoming]:
    """Receive `blocks` into a file beside the stored collection, check and convert it.

    `Rejected` when it is no sound collection, or holds what does not fit into a `step` of a sync;
    what was not put in place is gone afterwards.
    """
    with atomic.temporary(folder.root) as path:
        with path.open("wb") as file:
            for block in blocks:
                file.write(block)
            size = file.tell()
        odd = make_storable(path, with_graves=False)
        _require_travel(path, step)
        yield Incoming(path, folder, size, odd)


def _require_travel(path: Path, step: Step | None) -> None:
    if path.stat().st_size > LARGEST_DOWNLOAD:  # it may have grown when it was converted
        raise TooLargeToSync("it is larger than 4 GiB, which no device could download again")
    if step is None:
        return
    try:
        with contextlib.closing(connect(path)) as db:
            require_travel(db, step)
    except CannotTravel as error:
        raise TooLargeToSync(str(error)) from error


def make_storable(path: Path, *, with_graves: bool) -> tuple[str, ...]:
    """Turn a foreign file into what the store keeps, flushed, or raise `Rejected`.

    The one way in for every file that we did not write. With graves where it comes from another
    server: its devices are still to hear of them. Returns a line for each thing that could not be
    taken over as it was; the file as it came lies beside it, at `original_of(path)`.
    """
    with path.open("rb") as file:
        if file.read(16) != b"SQLite format 3\0":
            raise Rejected("it is no SQLite file")
    shutil.copyfile(path, original_of(path))
    try:
        # The order matters in a hostile file: nothing is read by a statement of ours before the
        # file is sound and holds nothing that acts by itself.
        with broken_file(), contextlib.closing(connect(path)) as db:
            (verdict,) = db.execute("pragma quick_check(1)").fetchone()
            if verdict != "ok":
                raise Invalid(verdict)
            odd = (*drop_active(db), *to_schema11(db), *whole_collection(db))
            settle(db, with_graves=with_graves)
    except Invalid as error:
        raise Rejected(str(error)) from error
    with path.open("rb+") as file:
        atomic.flush_file(file)
    return odd


def original_of(path: Path) -> Path:
    """Where `make_storable` leaves the file as it came."""
    return path.with_name(path.name + ".original")


def keep_original(original: Path, folder: UserFolder, odd: Sequence[str]) -> None:
    """Keep a foreign file as it came among the backups, and say in the log why."""
    kept = backups.keep(original, folder.backups, "upload")
    log.warning(
        "not everything in an uploaded collection could be stored as it was (%s); "
        "the upload is kept as %s",
        "; ".join(odd[:20]),
        kept,
    )
