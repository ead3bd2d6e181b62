"""Merge our own media folder, filled before we shared Anki's, into Anki's, and remove it.

Each file is moved, unless it is already there; of two different ones the older goes to the trash.
The work can be interrupted at any file, and continues from there.
"""

from __future__ import annotations

import secrets
import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from .. import atomic, patient
from .database import MediaDatabase
from .folder import MediaFolder, make_later, new_batch, sha1_of


class MergeIn:
    """Merges the folder `own` into the folder `shared`."""

    def __init__(self, own: MediaFolder, shared: MediaFolder, database: MediaDatabase) -> None:
        self._own = own
        self._shared = shared
        self._database = database
        self._batch = new_batch()

    @property
    def is_due(self) -> bool:
        return self._own.path.is_dir()

    def run(self, out_of_time: Callable[[], bool]) -> bool:
        """Continue merging; return False if it ran out of time. Raises OSError."""
        if not self.is_due:
            return True
        files = list(self._database.files())
        same: dict[str, list[str]] = defaultdict(list)
        for file in files:
            same[file.name.casefold()].append(file.name)
        for file in files:
            source = Path(self._own.path_of(file.name))
            if not source.is_file():
                continue
            if out_of_time():
                self._flush()
                return False
            similar = [name for name in same[file.name.casefold()] if name != file.name]
            self._merge(source, Path(self._shared.path_beside(file.name, similar)))
        self._flush()
        for leftover in self._own.path.iterdir():  # the database does not know these
            if leftover.name.startswith(atomic.PREFIX):
                patient.remove(leftover)
            else:
                self._own.discard(leftover, self._own.trash / self._batch)
        patient.remove_folder(self._own.path)
        return True

    def _merge(self, source: Path, target: Path) -> None:
        if not target.exists():
            self._move(source, target)
        elif sha1_of(target) == sha1_of(source):
            patient.remove(source)
        elif source.stat().st_mtime_ns > target.stat().st_mtime_ns:
            make_later(source, target)
            self._shared.discard(target, self._shared.trash / self._batch)
            self._move(source, target)
        else:
            self._own.discard(source, self._own.trash / self._batch)

    def _move(self, source: Path, target: Path) -> None:
        try:
            patient.rename(source, target)
        except OSError:  # another disk
            staged = self._shared.staging / f"{atomic.PREFIX}{secrets.token_hex(8)}"
            try:
                shutil.copy2(source, staged)
                with staged.open("rb+") as copy:
                    atomic.flush_file(copy)
                patient.rename(staged, target)
            finally:
                patient.remove(staged, missing_ok=True)
            atomic.flush_folder(target.parent)
            patient.remove(source)

    def _flush(self) -> None:
        atomic.flush_folder(self._shared.path)
        for trash in (self._own.trash / self._batch, self._shared.trash / self._batch):
            if trash.is_dir():
                atomic.flush_folder(trash)
