"""A folder of our own, filled before Anki's was shared, is merged into that one and removed.

Each file is moved, or is there already, or one of the two goes to the trash: the older one. It can
be cut off at any file and goes on where it was.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from .. import atomic
from .database import MediaDatabase
from .folder import MediaFolder, make_later, new_batch


class MergeIn:
    """From the folder `own` to the folder `shared`."""

    def __init__(self, own: MediaFolder, shared: MediaFolder, database: MediaDatabase) -> None:
        self._own = own
        self._shared = shared
        self._database = database
        self._batch = new_batch()

    @property
    def is_due(self) -> bool:
        return self._own.path.is_dir()

    def run(self, enough: Callable[[], bool]) -> bool:
        """Go on with it; False where `enough` cut it short. Raises OSError."""
        if not self.is_due:
            return True
        files = list(self._database.files())
        same: dict[str, list[str]] = defaultdict(list)
        for file in files:
            same[file.name.casefold()].append(file.name)
        for file in files:
            source = self._own.path_of(file.name)
            if not source.is_file():
                continue
            if enough():
                self._flush()
                return False
            similar = [name for name in same[file.name.casefold()] if name != file.name]
            self._merge(source, self._shared.path_beside(file.name, similar))
        self._flush()
        for leftover in self._own.path.iterdir():  # nobody has heard of it
            if leftover.name.startswith(atomic.PREFIX):
                leftover.unlink()
            else:
                self._own.discard(leftover, self._own.trash / self._batch)
        self._own.path.rmdir()
        return True

    def _merge(self, source: Path, target: Path) -> None:
        if not target.exists():
            self._move(source, target)
        elif _sha1(target) == _sha1(source):
            source.unlink()
        elif source.stat().st_mtime_ns > target.stat().st_mtime_ns:
            make_later(source, target)
            self._shared.discard(target, self._shared.trash / self._batch)
            self._move(source, target)
        else:
            self._own.discard(source, self._own.trash / self._batch)

    def _move(self, source: Path, target: Path) -> None:
        try:
            os.rename(source, target)
        except OSError:  # another disk
            staged = self._shared.staging / f"{atomic.PREFIX}{secrets.token_hex(8)}"
            try:
                shutil.copy2(source, staged)
                with staged.open("rb+") as copy:
                    atomic.flush_file(copy)
                os.rename(staged, target)
            finally:
                staged.unlink(missing_ok=True)
            atomic.flush_folder(target.parent)
            source.unlink()

    def _flush(self) -> None:
        atomic.flush_folder(self._shared.path)
        for trash in (self._own.trash / self._batch, self._shared.trash / self._batch):
            if trash.is_dir():
                atomic.flush_folder(trash)


def _sha1(path: Path) -> bytes:
    digest = hashlib.sha1(usedforsecurity=False)
    with path.open("rb") as file:
        while chunk := file.read(1024 * 1024):
            digest.update(chunk)
    return digest.digest()
