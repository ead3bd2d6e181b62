"""Make Anki compare all media with the server once that is another one."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Callable

from ..store import patient
from .open_profile import OpenProfile


class MediaRecheck:
    """Done at once if Anki can, otherwise when it has closed the profile."""

    def __init__(self, recheck: Callable[[], bool], base: Path, profile: OpenProfile) -> None:
        """`recheck` makes Anki do it at its next sync, and returns False if it cannot now; `base`
        is the folder with the profiles' folders."""
        self._recheck = recheck
        self._base = base
        self._profile = profile
        self._pending = False

    def request(self) -> None:
        """Have the open profile's media compared."""
        self._pending = not self._recheck()

    def closed(self) -> None:
        """Do what could not be done while the profile was open."""
        if self._pending:
            self._pending = False
            self.forget(self._profile.name)

    def forget(self, profile: str) -> None:
        """Do what `col.media.force_resync()` does, for a profile that is closed.

        The file lists the media on the server. Without it, Anki compares all files with the server
        at the next sync; with the list of another server, it would think that missing files were
        sent.
        """
        with contextlib.suppress(FileNotFoundError):
            patient.remove(self._base / profile / "collection.media.db2")
