"""Where things lie in the data folder; a user's in the layout of Anki's own server.

Source: rslib/src/sync/http_server/mod.rs (`SYNC_BASE/USER/{collection.anki2,media,media.db}`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from . import atomic


def accounts_path(data: Path) -> Path:
    return data / "accounts.db"


def activity_path(data: Path) -> Path:
    return data / "activity.db"


def users_path(data: Path) -> Path:
    """The folder with a folder for each user; what Anki's own server calls SYNC_BASE."""
    return data / "users"


def replaced_path(data: Path) -> Path:
    """Where users' folders are kept that an import replaced."""
    return data / "replaced"


@dataclass(frozen=True)
class UserFolder:
    """One user's folder."""

    root: Path

    @property
    def collection(self) -> Path:
        return self.root / "collection.anki2"

    @property
    def has_collection(self) -> bool:
        """Whether there is a collection. An empty file is none: SQLite leaves one on a full disk,
        and so did we."""
        try:
            return self.collection.stat().st_size > 0
        except FileNotFoundError:
            return False

    @property
    def media(self) -> Path:
        return self.root / "media"

    @property
    def media_db(self) -> Path:
        return self.root / "media.db"

    @property
    def backups(self) -> Path:
        """Former collections, and uploads of which something could not be taken over."""
        return self.root / "backups"

    @property
    def bridge(self) -> Path:
        """What the bridge with a desktop's collection remembers."""
        return self.root / "bridge.db"

    @property
    def is_bridged(self) -> bool:
        """Whether the store shares its content with a collection that Anki opens."""
        return self.bridge.exists()

    @property
    def _shared_media(self) -> Path:
        return self.root / "media.folder"

    @property
    def shared_media(self) -> Path | None:
        """The media folder of a profile of Anki, where that is used in place of `media`."""
        try:
            return Path(os.fsdecode(self._shared_media.read_bytes()))
        except FileNotFoundError:
            return None

    def share_media(self, folder: Path) -> None:
        """Use a profile's media folder from now on, over restarts; `media` is merged into it."""
        if folder != self.shared_media:
            self.create()
            atomic.write_bytes(self._shared_media, os.fsencode(folder))

    def create(self) -> None:
        """Make the folder, for the owner alone where the system knows such a thing."""
        atomic.make_folder(self.root, mode=0o700)
