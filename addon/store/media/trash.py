"""Media that was deleted or replaced: the list of it, and putting it back."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from ..faults import Missing
from ..paths import UserFolder
from .folder import MediaFolder, discarded_at
from .names import ALIAS_PREFIX
from .zip import MAX_FILES, META, TARGET_BYTES

if TYPE_CHECKING:
    from .store import MediaStore


@dataclass(frozen=True)
class Trashed:
    """A file in the trash; `discarded` in seconds since 1970, `size` in bytes."""

    name: str
    discarded: float
    size: int
    path: Path


def list_trash(folder: UserFolder) -> list[Trashed]:
    """Return what can be put back, the last discarded first.

    Without files that the disk could not store under their own names: nothing tells those names.
    """
    places = [MediaFolder(folder.media)]
    if folder.shared_media is not None:
        places.append(MediaFolder(folder.shared_media, shared=True))
    found = [each for place in places for each in _in_trash(place.trash)]
    return sorted(found, key=lambda each: (-each.discarded, each.name))


def put_back_files(media: MediaStore, files: Sequence[Trashed]) -> None:
    """Send files from the trash to all devices, as if one had added them.

    What has the same name now goes to the trash. Raises Missing if a file is no longer there,
    NotNow, and OSError.
    """
    for some in _in_steps(files):
        with cast(BinaryIO, tempfile.TemporaryFile()) as upload:
            with zipfile.ZipFile(upload, "w", zipfile.ZIP_STORED) as archive:
                for number, file in enumerate(some):
                    try:
                        with file.path.open("rb") as source, archive.open(str(number), "w") as to:
                            shutil.copyfileobj(source, to)
                    except FileNotFoundError as error:
                        raise Missing(f"{file.name!r} is no longer in the trash") from error
                names = [[file.name, str(number)] for number, file in enumerate(some)]
                with archive.open(META, "w") as to:
                    to.write(json.dumps(names).encode())
            upload.seek(0)
            media.apply_upload(upload)


def _in_trash(trash: Path) -> Iterator[Trashed]:
    with contextlib.suppress(FileNotFoundError):  # nothing was ever discarded, or just pruned
        for batch in trash.iterdir():
            discarded = discarded_at(batch)
            if discarded is None:
                continue
            for path in batch.iterdir():
                if not path.name.startswith(ALIAS_PREFIX):
                    yield Trashed(path.name, discarded, path.stat().st_size, path)


def _in_steps(files: Sequence[Trashed]) -> Iterator[list[Trashed]]:
    """Split files into what fits into one upload. Of those with one name, the first counts."""
    step: list[Trashed] = []
    for file in {each.name: each for each in reversed(files)}.values():
        size = sum(each.size for each in step)
        if step and (len(step) == MAX_FILES or size + file.size > TARGET_BYTES):
            yield step
            step = []
        step.append(file)
    if step:
        yield step
